"""Covers as files: of a kind that is shown everywhere, and not too large."""

import io
import random

from PIL import Image

from formats.cover.jpeg import jpeg


def noise() -> Image.Image:
    return Image.frombytes("RGB", (256, 256), random.Random(1).randbytes(3 * 256 * 256))


def test_it_is_a_baseline_jpeg() -> None:
    with Image.open(io.BytesIO(jpeg(Image.new("RGB", (64, 64), "red"), 10_000))) as image:
        assert (image.format, image.mode) == ("JPEG", "RGB")
        assert image.info["dpi"] == (72, 72)
        assert "progressive" not in image.info


def test_what_would_be_too_large_is_made_coarser() -> None:
    fine = len(jpeg(noise(), 10**9))

    assert len(jpeg(noise(), fine * 2 // 3)) < fine * 2 // 3
