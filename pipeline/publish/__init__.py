"""One run: takes all posts through steps 1 to 6, and records the result for the next run."""
