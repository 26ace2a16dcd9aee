"""Feeds in the real program: what they carry steers no terminal, and a refresh that is killed leaves nothing broken."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from terminal import PROGRAM, Terminal, children, running
from test_hostile import ATTACKS, harmful

from tui.store.library import Library

PROSE = "The council of Orla voted on Friday, and nobody in the hall was against it, the clerk said."
ENTRIES, FEEDS = 12, 24


def referred(text: str) -> str:
    """Return a text whose control characters are references: what a parser turns back into themselves."""
    return "".join(f"&#{ord(char)};" if ord(char) < 32 or ord(char) > 126 else escape(char) for char in text)


def rss(title: str, item: str) -> bytes:
    return (
        f"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>{title}</title>"
        f"<link>https://x.example/{title}</link><description>{title}</description>{item}</channel></rss>"
    ).encode("utf-8", "replace")


def hostile_item(attack: str, number: int) -> str:
    said = f"Orla {number} {attack} votes"
    body = escape(f"<p title='{attack}'>{attack} {PROSE}</p><h2>{attack}</h2>")
    return (
        f"<item><title>{said}</title><link>https://x.example/{number}?{attack}</link>"
        f"<dc:creator>{attack} Ames</dc:creator>"
        f"<guid>{number}{attack}</guid><category>{attack}</category><pubDate>{attack}</pubDate>"
        f"<description>{body}</description></item>"
    )


def hostile_feeds(folder: Path) -> list[Path]:
    """Write feeds with an attack in every field: as references, raw, escaped in JSON; and one that is no feed."""
    every = " ".join(ATTACKS.values())
    plain = "".join(hostile_item(attack, at) for at, attack in enumerate(ATTACKS.values()))
    references = "".join(hostile_item(referred(attack), at) for at, attack in enumerate(ATTACKS.values()))
    items = [
        {
            "id": f"j{at}{attack}",
            "title": f"Json {attack}",
            "url": f"https://x.example/j{at}",
            "content_html": attack + PROSE,
        }
        for at, attack in enumerate(ATTACKS.values())
    ]
    written = {
        "references.xml": rss(f"References {referred(every)}", references),
        "raw.xml": rss(f"Raw {every}", plain),
        "feed.json": json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "title": f"Json feed {every}", "items": items}
        ).encode(),
        "broken.xml": f"{every} this is no feed".encode(),
    }
    for name, content in written.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in written]


def test_no_byte_of_a_feed_steers_the_terminal(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with Library.open(library) as opened:
        for at, path in enumerate(hostile_feeds(tmp_path)):
            named = f"Mine {ATTACKS['title']}{ATTACKS['markup']}" if at % 2 else ""
            opened.feeds.add(path.as_uri(), title=named, folder=f"F{ATTACKS['csi']}", tags=(f"quay{ATTACKS['osc52']}",))
        opened.smart_folders.add(f"Smart {ATTACKS['osc8']}", f"orla {ATTACKS['bidi']}")
    with Terminal([], columns=150, lines=45, environment={"PULLQUOTE_LIBRARY": str(library)}) as terminal:
        terminal.shows("Feeds · 4 feeds · 1 failing")
        shown = terminal.text
        # Into a feed and an article and back; the prompts that show a feed's own words; the failing ones; a query.
        # Each key waits for what the one before it does: Escape and a letter at once would be another key.
        for keys, words, comes in (
            ("Gl", "11 of 11 unread", True),
            ("\r", "1 min", True),
            (" 0", "Feeds · 4 feeds", True),
            ("e", "Name References", True),
            ("\x1b", "Name References", False),
            ("t", "Tags quay", True),
            ("\x1b", "Tags quay", False),
            ("c", "Address file:", True),
            ("\x1b", "Address file:", False),
            ("i", "always: what is new in References", True),
            ("m!", "could not be read", True),
            ("qgjjjjjl", "of 22 unread", True),
        ):
            terminal.press(keys)
            terminal.wait(lambda it, words=words, comes=comes: (words in it.running_text) is comes, words)  # type: ignore[misc]
            shown += terminal.text
        terminal.shows("Orla")
        terminal.quits()
    assert harmful(bytes(terminal.written)) == []
    assert "[/order]" in shown


@pytest.mark.parametrize("command", [["refresh"], ["feeds", "list"], ["feeds", "list", "--json"], ["feeds", "check"]])
def test_no_byte_of_a_feed_steers_what_is_printed(command: list[str], tmp_path: Path) -> None:
    paths = hostile_feeds(tmp_path)
    library = tmp_path / "library.db"
    with Library.open(library) as opened:
        for path in paths:
            opened.feeds.add(path.as_uri(), title=f"Mine {ATTACKS['title']}")
    sources = [str(path) for path in paths] if command[-1] == "check" else []
    environment = {**os.environ, "PULLQUOTE_LIBRARY": str(library)}
    run = subprocess.run([*PROGRAM, *command, *sources], capture_output=True, env=environment, timeout=60, check=False)
    assert run.stdout or run.stderr
    assert b"\x1b" not in run.stdout + run.stderr and harmful(run.stdout + run.stderr) == []


# A refresh that is killed


def subscribe(folder: Path, library: Path) -> None:
    with Library.open(library) as opened:
        for number in range(FEEDS):
            items = "".join(
                f"<item><title>Report {number}-{at}</title><guid>{number}-{at}</guid><link>https://p{number}.example/{at}"
                f"</link><description>{PROSE} It was report {at} of paper {number}.</description></item>"
                for at in range(ENTRIES)
            )
            path = folder / f"{number}.xml"
            path.write_bytes(rss(f"Paper {number}", items))
            opened.feeds.add(path.as_uri())


def refresh(library: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PULLQUOTE_LIBRARY": str(library)}
    return subprocess.Popen([*PROGRAM, "refresh", "--json"], stdout=subprocess.PIPE, env=environment)


def check_whole(library: Path) -> tuple[int, int]:
    """Check a library from outside, and return how many feeds were read and how many articles there are."""
    with sqlite3.connect(library) as db:

        def number(sql: str) -> int:
            return int(db.execute(sql).fetchone()[0])

        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        db.execute("INSERT INTO texts_index (texts_index) VALUES ('integrity-check')")
        articles = number("SELECT count(*) FROM articles")
        assert articles == number("SELECT number FROM tallies WHERE name = 'articles'")
        assert articles == number("SELECT sum(entries) FROM feeds") == number("SELECT count(*) FROM contents")
        assert number("SELECT count(*) FROM feeds WHERE refreshed <> '' AND entries <> 12") == 0
        return number("SELECT count(*) FROM feeds WHERE refreshed <> ''"), articles


@pytest.mark.long
def test_a_killed_refresh_leaves_a_whole_library_and_the_next_one_completes_it(tmp_path: Path, share: float) -> None:
    chance = random.Random(4)
    for trial in range(max(3, round(100 * share))):
        folder = tmp_path / str(trial)
        folder.mkdir()
        library = folder / "library.db"
        subscribe(folder, library)
        process = refresh(library)
        assert process.stdout is not None
        # Lines come while the rest is under way: the moment is as random as the machine.
        for _ in range(chance.randrange(FEEDS)):
            process.stdout.readline()
        helpers = children(process.pid)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        read, articles = check_whole(library)
        assert articles == read * ENTRIES
        while any(running(helper) for helper in helpers):
            os.sched_yield()
        refresh(library).communicate()
        assert check_whole(library) == (FEEDS, FEEDS * ENTRIES)
