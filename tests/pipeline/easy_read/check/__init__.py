"""The checker of easy-read texts."""
