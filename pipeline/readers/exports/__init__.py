"""What other blog programs export, and feeds: one file, many posts."""
