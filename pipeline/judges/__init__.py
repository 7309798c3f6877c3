"""Step 7, judge: check what was written with our own judges and with trusted programs.

The list of judges is in `check` and not here: a run that publishes proves with one of them, and
loads no other.
"""
