"""The names of files in the output that others than their makers refer to."""

STATEMENT = "accessibility.html"
