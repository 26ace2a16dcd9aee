"""``feeds check`` says what a feed holds and what is wrong with it, wherever it is, and whatever it is instead."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from feed_host import Host, serving

from tui import cli
from tui.places import settings_file

FEED = (
    b"<rss version='2.0'><channel><title>The Example Courier</title><link>https://courier.example/</link>"
    b"<item><title>Ferry sails</title><guid isPermaLink='false'>1</guid><link>/ferry</link>"
    b"<pubDate>Tue, 14 May 2024 16:20:00 +0200</pubDate><description>&lt;p&gt;At &lt;b&gt;noon&lt;/b&gt;&lt;/p&gt;"
    b"</description></item></channel></rss>"
)


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        host.pages["/feed"] = lambda asked: asked.answer(200, FEED, Content_Type="application/rss+xml")
        yield host


def report(capsys: pytest.CaptureFixture[str], *sources: str) -> tuple[int, list[dict[str, object]]]:
    status = cli.main(["feeds", "check", "--json", *sources])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_feed_is_told_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "feed.xml").write_bytes(FEED)
    status, (found,) = report(capsys, str(tmp_path / "feed.xml"))
    assert status == 0
    assert found == {
        "source": str(tmp_path / "feed.xml"),
        "kind": "rss20",
        "title": "The Example Courier",
        "link": "https://courier.example/",
        "entries": [
            {
                "id": "1",
                "title": "Ferry sails",
                "link": "/ferry",
                "published": "2024-05-14T14:20:00Z",
                "updated": None,
                "author": "",
                "content": "At noon",
            }
        ],
        "problems": [],
    }


def test_a_feed_is_found_however_it_is_named(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a b#c?%41.xml").write_bytes(FEED)
    (tmp_path / "feed.xml.gz").write_bytes(gzip.compress(FEED))
    (tmp_path / "courier.example").write_bytes(FEED)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FEED)))
    local = ["a b#c?%41.xml", "feed.xml.gz", "courier.example", (tmp_path / "feed.xml.gz").as_uri(), "-"]
    remote = [host.url("/feed"), host.url("/feed").replace("http:", "feed:http:")]
    status, found = report(capsys, *local, *remote)
    assert status == 0
    assert [it["source"] for it in found] == [*local, *remote]
    links = [it["entries"][0]["link"] for it in found]  # type: ignore[index]
    assert links == ["/ferry"] * len(local) + [host.url("/ferry")] * len(remote)


def test_what_is_no_feed_is_told(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host.pages["/page"] = lambda asked: asked.answer(200, b"<html><p>Hello", Content_Type="text/html")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").write_bytes(b" \n")
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "deep.json").write_text('{"items": ' + "[" * 100_000)
    (tmp_path / "huge.gz").write_bytes(gzip.compress(bytes(30_000_000)))
    (tmp_path / "cut.gz").write_bytes(gzip.compress(FEED)[:90])
    (tmp_path / "to nothing").symlink_to("nowhere")
    wanted = {
        str(tmp_path / "pipe"): "pipe or a device",
        str(tmp_path): "this is a folder",
        str(tmp_path / "missing"): "there is no such file",
        str(tmp_path / "to nothing"): "there is no such file",
        str(tmp_path / "empty"): "the feed is empty",
        str(tmp_path / "noise"): "this is no feed",
        str(tmp_path / "deep.json"): "nested too deeply",
        str(tmp_path / "huge.gz"): "larger than 25 MB",
        str(tmp_path / "cut.gz"): "cannot be read",
        "a\0b": "cannot be read",
        "ftp://courier.example/feed": "only feeds on http",
        "exec:id": "commands as feeds are not allowed",
        host.url("/page"): "a web page, not a feed",
        host.url("/missing"): "(404)",
        "http://[broken/": "not a valid web address",
    }
    status, found = report(capsys, *wanted)
    assert status == 1
    said = {str(it["source"]): str(it["error"]) for it in found}
    assert {source: error for source, error in said.items() if wanted[source] not in error} == {}
    assert list(said) == list(wanted)
    assert "unsubscribe" not in said[str(tmp_path / "missing")]


def test_a_login_of_the_configuration_is_used(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    host.pages["/own"] = lambda asked: asked.answer(200 if asked.headers["Authorization"] else 401, FEED)
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.db"))
    settings = settings_file()
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[feeds.logins]\n"{host.address.removeprefix("http://")}" = "ames:tide"\n')
    status, (found,) = report(capsys, host.url("/own"))
    assert (status, found.get("title")) == (0, "The Example Courier")
    other = settings.rename(tmp_path / "other.toml")
    other.write_text("typo = 1\n" + other.read_text())
    assert cli.main(["--config", str(other), "feeds", "check", host.url("/own")]) == 0
    assert cli.main(["--config", str(other), "feeds", "add", host.url("/own")]) == 0
    assert cli.main(["--config", str(other), "refresh"]) == 0
    assert "typo" in capsys.readouterr().err
    assert cli.main(["refresh"]) == 1
