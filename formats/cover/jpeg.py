"""Covers as files: baseline RGB JPEGs, which every shelf, player and messenger shows."""

import io

from PIL import Image


def jpeg(image: Image.Image, most: int) -> bytes:
    """The picture in at most so many bytes: a hundred Chinese characters need many."""
    for quality, optimised in ((78, False), (70, True), (50, True), (30, True)):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=optimised, subsampling=2, dpi=(72, 72))
        if out.tell() < most:
            break
    return out.getvalue()
