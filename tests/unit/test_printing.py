"""Articles as text and Markdown: every kind of block, and nothing that Markdown would take for its own."""

from __future__ import annotations

import pytest

from tui.model import Article, Block, BlockKind, Link, Quote, Reading, Reason, Removed, Span
from tui.printing import markdown_lines, speaker, write_articles

ARTICLE = Article(
    "a.html",
    "A *title*",
    (
        Block(BlockKind.TITLE, "A *title*"),
        Block(BlockKind.STANDFIRST, "What stands first"),
        Block(BlockKind.HEADING, "A heading", level=3),
        Block(BlockKind.PARAGRAPH, "See the report here.", links=(Link(8, 14, "https://x.example/a(b)"),)),
        Block(BlockKind.PARAGRAPH, "Never this link.", links=(Link(6, 10, "javascript:alert(1)"),)),
        Block(BlockKind.LIST_ITEM, "one", level=1, marker="1."),
        Block(BlockKind.LIST_ITEM, "two", level=2, marker="•"),
        Block(BlockKind.BLOCKQUOTE, "Quoted"),
        Block(BlockKind.PREFORMATTED, "code  here\n```"),
        Block(BlockKind.TABLE, "Country\tCatch\nGeorgia\t5|6"),
        Block(BlockKind.IMAGE, "A boat", href="https://x.example/boat.jpg"),
        Block(BlockKind.RULE, ""),
    ),
    removed=(Removed("Give!", 1, Reason.DONATION), Removed("Sign up", 2, Reason.NEWSLETTER)),
    standfirst="What stands first",
    byline="A. Writer",
    published="2024-05-14T10:00:00Z",
    notes=("A note",),
)
READING = Reading(quotes=(Quote("we shall see", (Span(3, 0, 3),), speaker="Ann", sure=False),))


def test_markdown_has_every_kind_of_block() -> None:
    assert "\n".join(markdown_lines(ARTICLE, READING)).split("\n\n") == [
        "# A \\*title\\*",
        "*What stands first*",
        "A. Writer · 2024-05-14",
        "(A note)",
        "### A heading",
        "See the [report](https://x.example/a%28b%29) here.",
        "Never this link.",
        "1. one\n  - two",
        "> Quoted",
        "````\ncode  here\n```\n````",
        "| Country | Catch |\n| --- | --- |\n| Georgia | 5\\|6 |",
        "![A boat](https://x.example/boat.jpg)",
        "* * *",
        "\n## Quotes",
        "- “we shall see” — Ann (?)",
        "## Removed",
        "- 1 donation, 1 newsletter",
    ]


def test_text_has_every_kind_of_block(capsys: pytest.CaptureFixture[str]) -> None:
    write_articles([(ARTICLE, READING), (ARTICLE, Reading())], markdown=False, width=40)
    out = capsys.readouterr().out
    assert out.split("─" * 40)[0] == (
        "A *title*\nWhat stands first\nA. Writer · 2024-05-14\n(A note)\n\nA heading\n\nSee the report here.\n\n"
        "Never this link.\n\n1. one\n  • two\n\n    Quoted\n\n    code  here\n    ```\n\n"
        "Country  Catch\nGeorgia  5|6\n\n"
        "[image: A boat]\n\n* * *\n\nQuotes\n  “we shall see” — Ann (?)\n\nRemoved\n  1 donation, 1 newsletter\n"
    )


def test_an_unknown_speaker_is_said_to_be_one() -> None:
    assert speaker(Quote("x", ())) == "speaker unknown"
    assert speaker(Quote("x", (), speaker="Ann", sure=True)) == "Ann"


def test_wide_letters_keep_to_the_width(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.cells import cell_len

    wide = Article("a", "", (Block(BlockKind.PARAGRAPH, "首相は会談を続けると述べた。" * 9),))
    write_articles([(wide, Reading())], markdown=False, width=40)
    assert max(map(cell_len, capsys.readouterr().out.splitlines())) <= 40
