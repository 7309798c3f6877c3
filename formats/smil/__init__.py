"""What books with sound share: clips of sound, the structures of a text, overlays of both."""
