"""Bytes, dates, languages, the lines of plain text: what the plain ways stand on."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui import languages
from tui.clean import dates
from tui.clean.pipeline import clean
from tui.clean.plain_lines import paragraphs
from tui.model import Article, BlockKind, Problem, RawDocument


def article(text: str, kind: str = "text/plain") -> Article:
    found = clean(RawDocument(text.encode(), kind, "source"))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-14T06:30:00Z", "2024-05-14T06:30:00Z"),
        ("Published: 14 May 2024, 10:30 BST", "2024-05-14"),
        ("Tuesday, May 14th, 2024", "2024-05-14"),
        ("14. Mai 2024", "2024-05-14"),
        ("le 1er août 2023", "2023-08-01"),
        ("14 de mayo de 2024", "2024-05-14"),
        ("14.05.2024", "2024-05-14"),
        ("05/14/2024", "2024-05-14"),
        ("05/06/2024", ""),
        ("31 February 2024", ""),
        ("no day", ""),
    ],
)
def test_dates(text: str, day: str) -> None:
    assert dates.iso(text) == day


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The ferry left the quay and nobody was there to watch it go.", "en"),
        ("Die Fähre verließ den Kai, und niemand war da, um ihr nachzusehen.", "de"),
        ("Le bac a quitté le quai et personne n'était là pour le regarder.", "fr"),
        ("El transbordador salió del muelle y no había nadie para verlo.", "es"),
        ("غادرت العبارة الرصيف ظهرا ولم يكن هناك أحد", "ar"),
        ("Паром ушёл от причала, и никто не пришёл", "ru"),
        ("12345", ""),
    ],
)
def test_languages(text: str, tag: str) -> None:
    assert languages.guess(text) == tag


WRAPPED = """\
The last ferry of the year left the quay at noon on Tuesday with eleven
passengers and a piano on board, and nobody on the island side came down
to watch it go.
The harbour board had voted in September to end the winter service, after
a debate that lasted until two in the morning.
"""


def test_wrapped_lines_without_blank_ones() -> None:
    assert [one.text[:11] for one in paragraphs(WRAPPED)] == ["The last fe", "The harbour"]


def test_one_line_a_paragraph_with_and_without_blank_lines() -> None:
    lines = ["The ferry left.", "Nobody came, and nobody wrote.", "In April it will sail again."]
    assert [one.text for one in paragraphs("\n".join(lines))] == lines
    assert [one.text for one in paragraphs("\n\n".join(lines))] == lines


def test_a_word_broken_at_a_hyphen_is_not_torn() -> None:
    text = (
        "Of all the boats that crossed the sound in those years it was the best-\n"
        "known, they said, and by a long way the slowest of them all, because of\n"
        "its engine, which was older than the captain.\n"
    )
    assert "best-known" in paragraphs(text)[0].text


def test_lists_need_two_items_that_count_on() -> None:
    assert [one.marker for one in paragraphs("1. Flour\n2. Coal\n\n1989. That was the year.")] == ["1.", "2.", ""]
    assert [one.marker for one in paragraphs("- Flour\n- Coal\n- One")] == ["-", "-", "-"]
    assert [one.marker for one in paragraphs("— Good day, he said.\n— Good night.")] == ["", ""]


def test_header_lines_are_told_apart() -> None:
    found = article(
        "Ferry stops\n\nThe board cannot pay for an empty boat.\n\nBy Anna van der Quill and L. Orme\n\n14 May 2024\n\n"
        "Source: The Harbour Courier\n\nhttps://courier.example/ferry\n\nThe last ferry left at noon.\n\nNobody came."
    )
    assert found.title == "Ferry stops"
    assert found.standfirst == "The board cannot pay for an empty boat."
    assert (found.byline, found.published) == ("Anna van der Quill and L. Orme", "2024-05-14")
    assert (found.site, found.address) == ("The Harbour Courier", "https://courier.example/ferry")
    assert found.text == "The last ferry left at noon.\nNobody came."


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    found = article("Ferry stops\n\nBy noon the last ferry had left the quay.\n\nNobody came to watch.")
    assert found.byline == ""
    assert found.text.startswith("By noon")


def test_a_first_paragraph_is_no_standfirst() -> None:
    first = "SKELLAN (AP) — The last ferry of the year has left the quay"
    found = article(f"Ferry stops\n\n{first}\n\nNobody came to watch it go.")
    assert (found.standfirst, found.text.split("\n")[0]) == ("", first)


def test_short_lines_between_paragraphs_are_headings() -> None:
    prose = "The ferry left at noon with eleven passengers and a piano, and nobody came down to the quay to watch."
    found = article(f"Ferry stops\n\n{prose}\n\nWhat the islands did\n\n{prose}")
    assert [block.kind for block in found.blocks][2] is BlockKind.HEADING


@pytest.mark.parametrize(("other", "kind"), [("II. February", BlockKind.HEADING), ("What came", BlockKind.PARAGRAPH)])
def test_a_numbered_first_line_is_a_heading_where_another_follows(other: str, kind: BlockKind) -> None:
    prose = "The last ferry of the year left the quay at noon on Tuesday, and nobody came down to watch it go."
    found = article(f"A winter\n\nI. January\n\n{prose}\n\n{other}\n\n{prose}\n")
    assert (found.blocks[1].text, found.blocks[1].kind) == ("I. January", kind)


def test_a_heading_before_the_title_that_is_an_appeal_goes() -> None:
    found = article("Subscribe now\n\nFerry to the islands stops\n\nThe last ferry left at noon.\n\nNobody came.")
    assert found.title == "Ferry to the islands stops"
    assert [(one.text, one.after) for one in found.removed] == [("Subscribe now", 0)]


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\x00\x00"])
def test_an_empty_document_is_a_problem(content: bytes) -> None:
    assert isinstance(clean(RawDocument(content, "text/plain", "source")), Problem)


def test_what_is_not_text_is_a_problem() -> None:
    found = clean(RawDocument(b"%PDF", "application/pdf", "report.pdf"))
    assert str(found).startswith("report.pdf: application/pdf is not text")


def test_what_is_too_large_is_cut_with_a_note() -> None:
    found = clean(RawDocument(b"Ferry stops\n\n" + b"word " * 500_000, "text/plain", "source"))
    assert isinstance(found, Article)
    assert len(found.text) < 2_000_000
    assert "two million" in found.notes[0]


def test_plain_text_loads_no_parser() -> None:
    code = (
        "import sys\nfrom tui.clean.pipeline import clean\nfrom tui.model import RawDocument\n"
        "clean(RawDocument(b'Ferry stops\\n\\nIt left at noon.', 'text/plain', 's'))\n"
        "print(sorted({'lxml', 'readability', 'markdown_it', 'charset_normalizer', 'ftfy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
