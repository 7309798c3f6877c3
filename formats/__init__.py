"""The pure half of Allways: what a post is, and how each format is made.

Values in, bytes out: no disk, clock, network, environment, subprocess or log. Everything
in `pipeline/` may import from here; nothing here imports from `pipeline/`. The formats are
listed in `formats.registry`.
"""
