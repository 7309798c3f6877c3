"""Sound as numbers and as MPEG frames."""
