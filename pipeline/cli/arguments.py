"""The words of the command line."""

import argparse
import os
import re
from pathlib import Path


def parser() -> argparse.ArgumentParser:
    """Every command with what it takes; `command` is its function in `commands`."""
    whole = argparse.ArgumentParser(
        prog="allways", description="Publish a blog in every way people read."
    )
    known = whole.add_subparsers(required=True, metavar="COMMAND")
    _add_publish(known.add_parser("publish", help="make every format of every post"))
    _add_serve(known.add_parser("serve", help="preview in a browser; rebuilds on save"))
    check = known.add_parser("check", help="judge what was made with outside validators")
    check.add_argument("output", nargs="?", type=Path, default=Path("output"))
    check.set_defaults(command="check")
    why = known.add_parser("why", help="say why a post was last made")
    why.add_argument("slug")
    why.add_argument("--output", type=Path, default=Path("output"))
    why.set_defaults(command="why")
    _add_import(known.add_parser("import", help="turn an export, a page or a feed into posts"))
    _add_voices(known.add_parser("voices", help="list the voices, and how to get others"))
    requests = known.add_parser("requests", help="draft replies to what readers asked for")
    requests.add_argument("source", nargs="?", type=_posts, default=Path("source_posts"))
    requests.add_argument("--output", type=Path, default=Path("output"))
    requests.add_argument("--to", type=Path, default=Path("requests"), help="where drafts go")
    requests.set_defaults(command="requests")
    usb = known.add_parser("usb", help="numbered MP3 files for a memory stick")
    usb.add_argument("source", nargs="?", type=_posts, default=Path("source_posts"))
    usb.add_argument("--output", type=Path, default=Path("output"))
    usb.add_argument("--to", type=Path, default=Path("usb"), help="a folder, or the stick")
    usb.set_defaults(command="usb")
    _add_magazine(known.add_parser("magazine", help="chosen posts as one PDF in large print"))
    _add_easy_read(known.add_parser("easy-read", help="help with making easy read"))
    say = known.add_parser("say", help="hear some words, with your lexicon")
    say.add_argument("text", nargs="?", default="")
    say.add_argument("--source", type=_posts, default=Path("source_posts"))
    say.add_argument("--to", type=Path, default=Path("say.mp3"), help="the sound file")
    say.add_argument("--print", default="", metavar="FILE", help="print lines as they are said")
    say.add_argument("--language", default="", metavar="TAG", help="of these words, as in en-US")
    say.set_defaults(command="say")
    return whole


def _add_voices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("get", nargs="?", choices=["get"], help="fetch a natural voice")
    parser.add_argument("name", nargs="?", default="", help="its name; without one, see them")
    parser.add_argument("--source", type=_posts, default=Path("source_posts"))
    parser.set_defaults(command="voices")


def _add_magazine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slugs", nargs="*", metavar="SLUG", help="a post, in the order of printing")
    parser.add_argument("--source", type=_posts, default=Path("source_posts"))
    parser.add_argument("--to", type=Path, default=Path("magazine.pdf"), help="the file")
    parser.add_argument("--title", default="", help="of the issue; without one, its dates")
    parser.set_defaults(command="magazine")


def _add_easy_read(parser: argparse.ArgumentParser) -> None:
    parts = parser.add_subparsers(required=True, metavar="WHAT")
    draft = parts.add_parser("draft", help="write SLUG.easy.md, or see what changed in the post")
    draft.add_argument(
        "--with-model",
        action="store_true",
        help="ask the language model that the settings name for plainer sentences",
    )
    diff = parts.add_parser("diff", help="see each changed sentence beside the post's")
    check = parts.add_parser("check", help="hold the easy-read text of a post to the rules")
    pack = parts.add_parser("pack", help="a PDF for a group that checks it, and a table of answers")
    pack.add_argument("--to", type=Path, default=Path("packs"), help="where they go")
    marks = parts.add_parser("marks", help="take the answers of a group back")
    sign = parts.add_parser("sign", help="sign a text that a group has checked")
    sign.add_argument("--by", required=True, metavar="NAME", help="who checked it")
    for name, said in (("named", "they may be named"), ("paid", "they were paid")):
        sign.add_argument(f"--{name}", required=True, choices=("yes", "no"), help=f"whether {said}")
    state = parts.add_parser("state", help="how far a text has come, and what is next")
    for one, command in (
        (draft, "easy_read_draft"),
        (diff, "easy_read_diff"),
        (check, "easy_read_check"),
        (pack, "easy_read_pack"),
        (marks, "easy_read_marks"),
        (sign, "easy_read_sign"),
        (state, "easy_read_state"),
    ):
        one.add_argument("slug")
        one.add_argument("--source", type=_posts, default=Path("source_posts"))
        one.set_defaults(command=command)
    marks.add_argument("table", type=Path, metavar="FILE.csv", help="the table, filled in")
    rewrite = parts.add_parser("rewrite", help="put sentences, one a line, into plainer words")
    rewrite.add_argument("file", metavar="FILE", help='a text file, or "-" for what is typed')
    rewrite.set_defaults(command="easy_read_rewrite")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("origin", metavar="FROM", help="a file, a folder, or an address")
    parser.add_argument("--source", type=Path, default=Path("source_posts"), help="where to")
    parser.add_argument(
        "--allow-private", action="store_true", help="also fetch from this computer and network"
    )
    parser.set_defaults(command="import_from")


def _add_publish(parser: argparse.ArgumentParser) -> None:
    _add_build(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what it would take")
    parser.add_argument(
        "--log-format", choices=["text", "json"], default="text", help="json: a line for programs"
    )
    parser.add_argument(
        "--timings", action="store_true", help="the seconds of each step, into report.json"
    )
    parser.set_defaults(command="publish")


def _add_serve(parser: argparse.ArgumentParser) -> None:
    _add_build(parser)
    parser.add_argument("--port", type=_port, default=8000)
    parser.set_defaults(command="serve")


def _add_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="?", type=Path, default=Path("source_posts"))
    parser.add_argument("--output", type=Path, default=Path("output"))
    parser.add_argument("--only", default="", metavar="SLUG", help="this post alone")
    parser.add_argument("--formats", default="", metavar="NAMES", help="as in mp3,epub")
    parser.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1)
    parser.add_argument("--cluster", default="", metavar="ADDRESS", help="Dask's, or local:4")
    parser.add_argument("--engine", default="", metavar="ENGINE", help="who speaks, as in espeak")
    parser.add_argument("--voice", default="", metavar="NAME", help="a voice of that engine")


def _posts(text: str) -> Path:
    """A folder that is named must be there; without any, the defaults serve."""
    path = Path(text)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"{text}: there is no such folder or file")
    return path


def _jobs(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is no port; use a number from 1024 to 65535')
    return int(text)
