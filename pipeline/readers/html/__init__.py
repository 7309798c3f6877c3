"""What all HTML sources share: a tree → blocks of the model."""
