"""Small faults that are put into a copy of the program, to see that the tests refuse them."""
