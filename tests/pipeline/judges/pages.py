"""One small page that every judge passes, to be broken in one place by each test."""

from pathlib import Path

_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width"/>
<title>The tide</title>
<style>
body {{ color: #111; background: #fff; }}
a {{ color: #00448a; }}
@media (prefers-color-scheme: dark) {{
  body {{ color: #eee; background: #111; }}
  a {{ color: #9cf; }}
}}
{style}
</style>
</head>
<body>
<main>
<h1>The tide</h1>
{body}
</main>
</body>
</html>
"""


def page(folder: Path, body: str = "<p>It came in.</p>", style: str = "") -> Path:
    """Write the page with this body."""
    path = folder / "index.html"
    path.write_text(_PAGE.format(body=body, style=style), "utf-8")
    return path
