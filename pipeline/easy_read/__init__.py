"""Help with making easy read: what a program can prepare, and a person signs."""
