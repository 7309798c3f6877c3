"""The pure half of Allways: what a post is, and what each edition looks like.

Values in, bytes out: no disk, clock, network, environment, subprocess or log. Everything
in `pipeline/` may import from here; nothing here imports from `pipeline/`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from formats.model import Blog, Edition, OutputFile

Render: TypeAlias = Callable[[Edition], Iterable[OutputFile]]
RenderBlog: TypeAlias = Callable[[Blog], Iterable[OutputFile]]

POST_FORMATS: Mapping[str, Render] = {}
BLOG_FORMATS: Mapping[str, RenderBlog] = {}
