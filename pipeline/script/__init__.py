"""Step 3, script: shown text → spoken text for each unit, and the pause after it."""
