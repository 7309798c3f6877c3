"""A real server answers the page's script, and no other page that is open in the browser."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.easy_read.easy_file import FileRow, Meaning
from pipeline.easy_read.editor.requests import LARGEST
from tests.pipeline.easy_read.editor.served import TEXT, Served, file_of, sent_for, served

ROW = {"words": "They want to end it.", "done": True}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path) as running:
        yield running


def text(server: Served) -> str:
    return server.text.read_text("utf-8")


# --- who may ask ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Allways_Token": ""},
        {"X_Allways_Token": "wrong"},
        {"X_Allways_Token": "wr\xf6ng"},
        {"Host": "evil.example"},
        {"Host": "evil.example:8000"},
        {"Host": "localhost.evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:1"},
        {"Origin": "null"},
        {"Origin": ""},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["change", "draft", "check"])
def test_what_does_not_come_from_the_page_is_forbidden(
    server: Served, headers: dict[str, str], path: str
) -> None:
    status, told = server.send(f"/easy-read/plan/{path}", {"place": "t"}, **headers)

    assert (status, list(told)) == (403, ["message"])
    assert text(server) == TEXT


def test_a_page_by_another_name_of_this_machine_is_not_shown(server: Served) -> None:
    """As a site does that gives its name the address of this machine, to read the token."""
    status, _, body = server.ask("GET", "/easy-read/plan", Host="evil.example")

    assert status == 403
    assert server.token.encode() not in body
    assert server.ask("GET", "/easy-read/plan", Host="localhost:8000")[0] == 200


def test_a_body_that_is_too_large_is_not_read(server: Served) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        head = f"POST /easy-read/plan/change HTTP/1.1\r\nHost: {server.host}\r\n"
        connection.sendall(f"{head}Content-Length: {LARGEST + 1}\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413")
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 411")


def test_only_json_is_taken(server: Served) -> None:
    assert server.send("/easy-read/plan/change", {}, Content_Type="text/plain")[0] == 415
    assert server.send("/easy-read/plan/change", ["a"])[0] == 400
    usual = {"Origin": f"http://{server.host}", "X_Allways_Token": server.token}
    usual["Content_Type"] = "application/json"
    for body in (b"{", b"\xff", b"[" * 50_000):
        assert server.ask("POST", "/easy-read/plan/change", body, **usual)[0] == 400


@pytest.mark.parametrize("slug", ["..%2f..%2fetc", "..", "other", "plan%00", "plan.easy.md", "%"])
def test_what_is_no_post_is_not_found(server: Served, slug: str) -> None:
    assert server.ask("GET", f"/easy-read/{slug}")[0] == 404
    assert server.send(f"/easy-read/{slug}/draft", {})[0] == 404
    assert sorted(p.name for p in server.text.parent.iterdir()) == [
        "pictures",
        "plan.easy.md",
        "plan.md",
    ]


@pytest.mark.parametrize("name", ["../plan.md", "/etc/passwd", "nobody", "", "pictures/../../x"])
def test_a_picture_that_is_none_is_not_found(server: Served, name: str) -> None:
    assert server.ask("GET", f"/easy-read/plan/picture?name={name}")[0] == 404


def test_nothing_can_be_sent_to_the_rest_of_the_preview(server: Served) -> None:
    assert server.send("/easy-read/plan/other", {})[0] == 404
    assert server.ask("POST", "/index.html", b"a")[0] == 405
    assert server.ask("GET", "/easy-read/plan/other")[0] == 404


# --- what is shown ----------------------------------------------------------------------


def test_the_page_has_its_own_files_and_may_load_no_others(server: Served) -> None:
    status, headers, body = server.ask("GET", "/easy-read/plan")

    here = f"http://{server.host}/easy-read/"
    assert status == 200
    assert f"script-src {here}editor.js;" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert server.token.encode() in body
    for name in ("editor.js", "editor.css"):
        assert server.ask("GET", f"/easy-read/{name}")[0] == 200


def test_head_gives_no_body_and_the_short_address_leads_to_the_list(server: Served) -> None:
    assert server.ask("HEAD", "/easy-read/plan")[::2] == (200, b"")
    status, headers, _ = server.ask("GET", "/easy-read")
    assert (status, headers["Location"]) == (308, "/easy-read/")
    assert b"The plan" in server.ask("GET", "/easy-read/")[2]


def test_the_list_of_drafts_leads_to_the_page(server: Served) -> None:
    assert b'<a href="/easy-read/">' in server.ask("GET", "/drafts/")[2]


def test_pictures_are_shown_in_a_grid_and_alone(server: Served) -> None:
    assert b"meeting.png" in server.ask("GET", "/easy-read/plan/pictures")[2]
    status, headers, body = server.ask("GET", "/easy-read/plan/picture?name=meeting")
    assert (status, headers["Content-Type"], body[1:4]) == (200, "image/png", b"PNG")


def test_a_checker_is_asked_and_nothing_is_written(server: Served) -> None:
    sent = sent_for(file_of(), "w1.0", "row", row={"words": "They don’t want it; never."})
    status, told = server.send("/easy-read/plan/check", sent)
    assert status == 200
    assert "semicolon" in told["remarks"]
    assert told["said"].startswith("Row 3: There is a semicolon")
    assert text(server) == TEXT


# --- writing ----------------------------------------------------------------------------


def test_a_draft_is_written_where_there_is_none(tmp_path: Path) -> None:
    with served(tmp_path, None) as server:
        assert b"Make the first draft" in server.ask("GET", "/easy-read/plan")[2]
        assert server.send("/easy-read/plan/draft", {})[0] == 200
        assert "## The main points" in text(server)
        assert b"Row 1" in server.ask("GET", "/easy-read/plan")[2]


def test_what_changed_in_the_post_is_put_beside_the_rows(server: Served) -> None:
    post = server.text.with_name("plan.md")
    post.write_text(post.read_text("utf-8").replace("Anna will", "Anna and Ben will"), "utf-8")

    assert b"Show what the post says now" in server.ask("GET", "/easy-read/plan")[2]
    assert server.send("/easy-read/plan/draft", {})[0] == 200
    assert "> s5 Anna and Ben will write it." in text(server)
    assert b"Show what the post says now" not in server.ask("GET", "/easy-read/plan")[2]


def test_a_row_is_saved_and_the_next_save_goes_on_from_it(server: Served) -> None:
    status, told = server.change("w1.0", "row", row=ROW)
    assert (status, told["message"]) == (200, "Saved in plan.easy.md.")
    assert text(server) == TEXT.replace(
        "- [x] It wants to end tokenism.", "- [x] They want to end it."
    )
    sent = {"place": "w1.0", "key": told["key"], "action": "row", "row": {"words": "Again."}}
    assert server.send("/easy-read/plan/change", sent)[0] == 200
    assert "- [ ] Again.\n" in text(server)


def test_all_is_drawn_anew_when_rows_come_or_the_page_was_behind(server: Served) -> None:
    told = server.change("w1.0", "split", words="It wants", rest="to end it.")[1]
    assert told["focus"] == "w1.1"
    assert 'id="w1.2"' in told["html"]
    assert "html" not in server.change("w1.0", "row", version=told["version"], row=ROW)[1]
    assert "html" in server.change("w1.0", "row", version="old", row={"words": "Old."})[1]


def test_a_removed_row_comes_with_the_way_back(server: Served) -> None:
    told = server.change("w1.1", "remove")[1]
    undo = told["undo"]
    assert undo["row"]["entries"] == ["money", "time"]

    assert server.change(undo["place"], "add", row=undo["row"])[0] == 200
    assert text(server) == TEXT


def test_titles_headings_and_words_are_saved(server: Served) -> None:
    assert server.change("w2", "heading", words="What now")[0] == 200
    assert server.change("h0", "explain", word="tokenism", meaning="Only for show.")[0] == 200
    file = file_of(text(server))
    assert file.whole[2].heading == "What now"
    assert file.meanings[1] == Meaning("tokenism", "Only for show.")


def test_a_picture_must_be_there(server: Served) -> None:
    row = {**ROW, "picture": "our money (2).png"}
    assert server.change("w1.0", "row", row=row)[0] == 200
    assert "- [x] ![](our money (2).png) They want" in text(server)
    status, told = server.change("w1.0", "row", row={**ROW, "picture": "../../etc/passwd"})
    assert (status, "etc/passwd" in told["message"]) == (422, True)


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_hostile_words_are_shown_as_text(server: Served, words: str) -> None:
    row = {"words": f"{words} [a](javascript:alert(1))"}
    assert server.change("w1.0", "row", row=row)[0] == 200
    told = server.change("w1.0", "down")[1]
    page = server.ask("GET", "/easy-read/plan")[2].decode()

    assert words in text(server)
    for html in (told["html"], page):
        assert words not in html
        assert 'href="javascript' not in html


# --- two editors ------------------------------------------------------------------------


def test_a_row_that_changed_meanwhile_is_not_written_over(server: Served) -> None:
    theirs = TEXT.replace("It wants to end tokenism.\n-", "They end it.\n-")
    sent = sent_for(file_of(), "w1.0", "row", row=ROW)
    server.text.write_text(theirs, "utf-8")
    status, told = server.send("/easy-read/plan/change", sent)

    assert status == 409
    assert told["now"]["words"] == "They end it."
    assert text(server) == theirs

    mine = {**sent, "place": told["place"], "key": told["key"], "group": told["group"]}
    assert server.send("/easy-read/plan/change", mine)[0] == 200
    assert "- [x] They want to end it.\n" in text(server)


def test_a_row_that_is_gone_can_be_put_back(server: Served) -> None:
    sent = sent_for(file_of(), "w1.0", "row", row=ROW)
    server.change("w1.0", "remove")
    status, told = server.send("/easy-read/plan/change", sent)
    assert (status, told["now"]) == (409, None)

    back = {**told, "action": "add", "row": ROW}
    assert server.send("/easy-read/plan/change", back)[0] == 200
    assert "They want to end it." in text(server)


@pytest.mark.parametrize(
    ("address", "action"), [("t0", "title"), ("w2", "heading"), ("h0", "meaning")]
)
def test_the_other_version_of_all_else_is_sent_too(
    server: Served, address: str, action: str
) -> None:
    sent = sent_for(file_of(), address, action, key="old", words="Mine")
    sent |= {"word": "council", "meaning": "Mine."}
    status, told = server.send("/easy-read/plan/change", sent)
    assert (status, bool(told["now"])) == (409, True)

    again = {**sent, "key": told["key"], "group": told["group"], "place": told["place"]}
    assert server.send("/easy-read/plan/change", again)[0] == 200


def test_two_saves_at_once_lose_neither(server: Served) -> None:
    file = file_of()
    answers: list[int] = []

    def save(address: str, words: str) -> None:
        sent = sent_for(file, address, "row", row={"words": words})
        answers.append(server.send("/easy-read/plan/change", sent)[0])

    rows = [("m0.0", "One."), ("w0.0", "Two."), ("w1.0", "Three."), ("w3.0", "Four.")]
    threads = [threading.Thread(target=save, args=row) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [200] * 4
    words = {row.words for row in file_of(text(server)).rows}
    assert {"One.", "Two.", "Three.", "Four."} <= words
    assert FileRow("People want:", ("money", "time")) in file_of(text(server)).rows


def test_a_file_that_can_not_be_read_is_told_and_not_touched(server: Served) -> None:
    broken = TEXT.replace("- [ ] The council", "1. The council")
    server.text.write_text(broken, "utf-8")

    status, _, body = server.ask("GET", "/easy-read/plan")
    assert status == 422
    assert b"plan.easy.md:17" in body
    for path, sent in (("draft", {}), ("change", {"place": "t0", "action": "title"})):
        status, told = server.send(f"/easy-read/plan/{path}", sent)
        assert (status, "plan.easy.md:17" in told["message"]) == (422, True)
    assert text(server) == broken


def test_a_file_that_was_deleted_is_not_made_again_by_a_save(server: Served) -> None:
    server.text.unlink()

    status, told = server.send("/easy-read/plan/change", {"place": "t0", "action": "title"})
    assert (status, "not there any more" in told["message"]) == (422, True)
    assert not server.text.exists()


def test_a_picture_that_is_missing_does_not_stop_the_editing(server: Served) -> None:
    server.text.write_text(TEXT.replace("- [x] It", "- [x] ![](gone) It"), "utf-8")

    status, _, body = server.ask("GET", "/easy-read/plan")
    assert status == 200
    assert "plan.easy.md:21: there is no picture “gone”." in body.decode()
    assert server.change("w1.0", "row", row={**ROW, "picture": "gone"})[0] == 200


def test_wrong_settings_are_told(server: Served) -> None:
    server.text.with_name("publication.toml").write_text("title = 3\n", "utf-8")

    status, _, body = server.ask("GET", "/easy-read/plan")
    assert status == 422
    assert b"ublication.toml" in body
