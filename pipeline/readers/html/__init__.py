"""What every source that is HTML shares: a tree → blocks of the model."""
