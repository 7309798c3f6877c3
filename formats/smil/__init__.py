"""What books with sound share: clips of sound, structures of a text, and overlays."""
