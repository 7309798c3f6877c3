"""Braille: which code a post is transcribed in, by liblouis or by our own small table.

`formats/` is pure and may not touch a C library, so a post's edition carries its code: a value
with a function that translates.
"""
