"""One run: what is stale, through the seven steps, and what is kept for the next time."""
