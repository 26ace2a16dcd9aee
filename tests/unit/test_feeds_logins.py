"""Names and passwords: sent to their host alone, and seen nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from feed_host import Asked, Host, serving
from shelf import steps

from tui import cli
from tui.engine.asking import Politeness, Progress
from tui.engine.parsing import ParserPool
from tui.engine.refresh import Refresh
from tui.sources.feeds.fetch import Fetcher
from tui.store.library import Library

EMPTY = b"<rss version='2.0'><channel><title>The Example Courier</title></channel></rss>"


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        yield host


def refresh(library: Library, **politeness: object) -> Progress:
    polite = replace(Politeness(), **politeness)  # type: ignore[arg-type]
    return Refresh(library, politeness=polite, parsers=ParserPool(1)).run(library.feeds.list())


def test_a_login_is_sent_to_its_host_alone(host: Host, library: Library) -> None:
    seen: list[str | None] = []

    def page(asked: Asked) -> None:
        seen.append(asked.headers["Authorization"])
        asked.answer(200, EMPTY)

    host.pages["/feed"] = page
    library.feeds.add(host.url("/feed"))
    refresh(library, logins={host.address.removeprefix("http://"): "ames:tide"})
    refresh(library)
    assert seen == ["Basic YW1lczp0aWRl", None]


def test_a_login_in_an_address_stays_on_its_host_and_leaves_by_no_way(
    host: Host,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """It holds through a redirect, lasting ones too, and is in nothing that is printed, exported, shown or logged."""
    seen: dict[str, str | None] = {}

    def page(asked: Asked) -> None:
        seen[asked.path] = asked.headers["Authorization"]
        asked.answer(200, EMPTY)

    host.pages["/old"] = lambda asked: asked.answer(301, Location=host.url("/new"))
    host.pages["/new"] = page
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(library.path))
    address = host.url("/old").replace("://", "://ames:t1de%40sea@")
    assert cli.main(["feeds", "add", "--unasked", address]) == 0
    assert cli.main(["refresh", "--json", "--feed", host.url("/old")]) == 0
    assert seen == {"/new": "Basic YW1lczp0MWRlQHNlYQ=="}
    assert library.feeds.list()[0].address == host.url("/new").replace("://", "://ames:t1de%40sea@")
    host.pages["/new"] = lambda asked: asked.answer(401)
    cli.main(["refresh"])
    for command in (["list"], ["list", "--json"], ["export"], ["check", address], ["remove", host.url("/new")]):
        cli.main(["feeds", *command])
    printed = capsys.readouterr()
    library.journal.undo()
    monkeypatch.setattr(Fetcher, "fetch", lambda *_args, **_named: 1 / 0)
    refresh(library)
    said = [printed.out, printed.err, caplog.text, library.feeds.list()[0].title, *steps(library)]
    assert "ZeroDivisionError" in caplog.text
    assert not any("t1de" in text for text in said)
