"""A language model on a server that really answers, badly too."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest

from pipeline.cli import main
from pipeline.easy_read import chat
from pipeline.easy_read.chat import ChatModel, open_model
from pipeline.errors import AllwaysError, SettingsError
from pipeline.settings import EasyReadSettings
from tests.voices import servers
from tests.voices.patience import Clock
from tests.voices.servers import Reply, Server

SOURCE = (
    "On 5 May 2019 the council told Ann Green and 20 other people from Leeds that it would not"
    " close the library if they came."
)
GOOD = """The council told Ann Green about the library.
It told 20 other people from Leeds too.
That was on 5 May 2019.
It would not close if they came.
"""


def model(address: str, **patience: float) -> ChatModel:
    return open_model(
        EasyReadSettings(model_address=address, model="tiny"), Clock().patience(**patience)
    )


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLWAYS_MODEL_KEY", raising=False)
    monkeypatch.delenv("ALLWAYS_VOICE_KEY", raising=False)


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "library.md").write_text(f"# The library\n\n{SOURCE} We went.\n", "utf-8")
    return folder


def drafted(posts: Path, address: str) -> tuple[int, str]:
    """The exit code of the command, and the file that it wrote."""
    (posts / "publication.toml").write_text(
        f'title = "T"\n[easy_read]\nmodel_address = "{address}"\nmodel = "tiny"\n', "utf-8"
    )
    code = main(["easy-read", "draft", "library", "--with-model", "--source", str(posts)])
    return code, (posts / "library.easy.md").read_text("utf-8")


def test_it_is_asked_as_the_interface_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLWAYS_MODEL_KEY", "sk-secret")
    monkeypatch.setenv("ALLWAYS_VOICE_KEY", "sk-voice")
    with servers.chat(lambda _: GOOD) as server:
        assert model(server.address).plain(SOURCE) == GOOD
    (asked,) = server.asked
    assert asked["path"] == "/v1/chat/completions"
    assert asked["headers"]["Authorization"] == "Bearer sk-secret"
    assert asked["model"] == "tiny"
    assert [message["role"] for message in asked["messages"]] == ["system", "user"]
    assert asked["input"] == SOURCE


def test_without_a_key_none_is_sent() -> None:
    with servers.chat(lambda _: GOOD) as server:
        model(server.address).plain(SOURCE)
    assert "Authorization" not in server.asked[0]["headers"]


def test_a_draft_has_what_passes_and_says_what_helped(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with servers.chat(lambda _: GOOD) as server:
        code, written = drafted(posts, server.address)
    said = capsys.readouterr().out
    assert code == 0
    assert "- [ ] It would not close if they came." in written
    assert "model: tiny\n" in written
    assert "model_prompt: " in written
    assert "model_on: 20" in written
    assert chat.SAID in said
    assert server.address in said
    assert "asked for 1 sentence; of its answers, 1 is used" in said


LIES: dict[str, Callable[[str], str]] = {
    "a number": lambda good: good.replace("20 other", "30 other"),
    "a not": lambda good: good.replace("would not close", "would close"),
    "a name": lambda good: good + "Bob Brown was there.\n",
    "a sum": lambda good: good + "It cost £5.\n",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_caught_and_told_and_the_draft_made_without_it(
    lie: str, posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with servers.chat(lambda _: LIES[lie](GOOD)) as server:
        code, written = drafted(posts, server.address)
    assert code == 0
    assert server.asked
    assert f"- [ ] {SOURCE}" in written
    assert "model:" not in written
    assert "left out: " in capsys.readouterr().out


TROUBLE: dict[str, tuple[Reply, str]] = {
    "a fault": (Reply(500, b"{}"), "answered 500"),
    "no key": (Reply(401, b"{}"), "answered 401"),
    "no such model": (Reply(404, b'{"error": "no model tiny"}'), "no model tiny"),
    "another place": (Reply(302, b"", (("Location", "http://example.org/"),)), "answered 302"),
    "no JSON": (Reply(body=b"<html>Hello"), "something else than an answer"),
    "other JSON": (Reply(body=b'{"choices": []}'), "something else than an answer"),
    "deep JSON": (Reply(body=b"[" * 200_000), "something else than an answer"),
    "no words": (
        Reply(body=json.dumps({"choices": [{"message": {"content": None}}]}).encode()),
        "without words",
    ),
    "half an answer": (Reply(body=b"x" * 100, keeps_back=50), "broke off"),
}


@pytest.mark.parametrize("name", TROUBLE)
def test_a_server_in_trouble_is_told(name: str) -> None:
    reply, says = TROUBLE[name]
    with servers.chat(lambda _: GOOD) as server:
        server.replies.extend([reply] * 8)
        with pytest.raises(AllwaysError, match=says) as caught:
            model(server.address).plain(SOURCE)
    assert "[voice]" not in str(caught.value)
    assert "ALLWAYS_VOICE_KEY" not in str(caught.value)


def test_a_server_that_is_too_slow_is_left() -> None:
    with servers.chat(lambda _: GOOD) as server:
        server.replies.extend([Reply(seconds=3)] * 8)
        with pytest.raises(AllwaysError, match="took too long"):
            model(server.address, read=0.2).plain(SOURCE)


@contextmanager
def closing() -> Iterator[Server]:
    """A server that closes each connection at once."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                listening.accept()[0].close()

    Thread(target=serve, daemon=True).start()
    try:
        yield Server(f"http://127.0.0.1:{listening.getsockname()[1]}")
    finally:
        listening.close()


def test_a_server_that_closes_the_connection_is_told() -> None:
    with closing() as server, pytest.raises(AllwaysError, match="can't be reached"):
        model(server.address).plain(SOURCE)


def test_the_draft_is_made_without_a_server_that_refuses(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with servers.chat(lambda _: GOOD) as server:
        server.replies.append(Reply(401, b"{}"))
        code, written = drafted(posts, server.address)
    assert code == 0
    assert "- [ ] We went." in written
    assert "model:" not in written
    assert "ALLWAYS_MODEL_KEY" in capsys.readouterr().out


def test_a_file_that_is_there_is_not_sent_anywhere(posts: Path) -> None:
    main(["easy-read", "draft", "library", "--source", str(posts)])
    before = (posts / "library.easy.md").read_text("utf-8")
    with servers.chat(lambda _: GOOD) as server:
        assert drafted(posts, server.address) == (0, before)
    assert server.asked == []


def test_nothing_is_asked_unless_the_command_says_so(posts: Path) -> None:
    with servers.chat(lambda _: GOOD) as server:
        text = f'[easy_read]\nmodel_address = "{server.address}"\nmodel = "tiny"\n'
        (posts / "publication.toml").write_text(text, "utf-8")
        assert main(["easy-read", "draft", "library", "--source", str(posts)]) == 0
    assert server.asked == []


def test_without_a_model_in_the_settings_the_command_says_what_to_set(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SettingsError, match="model_address"):
        open_model(EasyReadSettings())
    assert main(["easy-read", "draft", "library", "--with-model", "--source", str(posts)]) == 2
    assert "after asking your group" in capsys.readouterr().err
    assert not (posts / "library.easy.md").exists()
