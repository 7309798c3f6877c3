"""Step 2, split: running text → sentences with ids in reading order."""
