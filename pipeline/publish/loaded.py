"""All that makes a post's files, loaded: the process from which workers are forked imports this.

So it is loaded once for all of them, while the main process reads the posts. What can't be loaded
is left to the work that needs it, which meets the same error and tells it.
"""

from contextlib import suppress
from importlib import import_module

from formats.registry import POST_FORMATS, USUAL

_USED = (
    "pipeline.publish.render",
    "pipeline.publish.printed",
    "pipeline.braille.transcription",
    "pipeline.easy_read.edition",
    "formats.cover.post",
    "av",
)
"""What `render_post` loads besides the formats."""

for _module in _USED:
    with suppress(Exception):
        import_module(_module)
for _name in filter(POST_FORMATS.__contains__, USUAL):
    with suppress(Exception):
        POST_FORMATS[_name].render.load()
