"""The lines between title and text: byline, date, source, in the languages and orders that saves have them in."""

from __future__ import annotations

import pytest

from tui.clean import dates, header
from tui.clean.assemble import Head
from tui.clean.pipeline import clean
from tui.model import Article, RawDocument

BODY = "The last ferry of the year left the quay at noon.\n\nNobody came to watch it go, and nobody wrote."


def article(text: str) -> Article:
    found = clean(RawDocument(text.encode(), "text/plain", "source"))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("By Anna Quill in Skellan", "byline", "Anna Quill in Skellan"),
        ("Por Ana Quiles", "byline", "Ana Quiles"),
        ("Von Anna Quill und Leo Orme", "byline", "Anna Quill und Leo Orme"),
        ("بقلم ليلى نصر", "byline", "ليلى نصر"),
        ("المصدر: جريدة الميناء", "site", "جريدة الميناء"),
        ("Quelle: Hafenbote", "site", "Hafenbote"),
        ("The Harbour Courier, an evening paper", "site", "The Harbour Courier, an evening paper"),
        ("Harbour Courier", "site", "Harbour Courier"),
        ("www.courier.example", "site", "www.courier.example"),
        ("18 de noviembre de 2023", "published", "2023-11-18"),
        ("١٢ مارس ٢٠٢٤", "published", "2024-03-12"),
        ("2024年3月12日", "published", "2024-03-12"),
        ("12 марта 2024", "published", "2024-03-12"),
        ("Published on 14 May 2024 at 10:30", "published", "2024-05-14"),
    ],
)
def test_a_header_line(line: str, field: str, value: str) -> None:
    head = Head()
    assert header.read(line, head)
    assert getattr(head, field) == value


@pytest.mark.parametrize(
    "line",
    [
        "By noon the last ferry had left the quay.",
        "The courier came at noon and left again.",
        "From here the road runs down to the sea, past the mill",
        "In May 2024 nobody came",
        "Source code was found on the quay, the police said: it was wet.",
    ],
)
def test_a_sentence_is_no_header_line(line: str) -> None:
    assert not header.read(line, Head())


def test_parts_of_a_line_go_to_their_fields() -> None:
    head = Head()
    assert header.read("By Anna Quill | The Harbour Courier | 14 May 2024 | 5 min read", head)
    assert (head.byline, head.site, head.published) == ("Anna Quill", "The Harbour Courier", "2024-05-14")


def test_what_says_nothing_amid_header_lines_is_the_source() -> None:
    found = article(f"Ferry stops\nBy Anna Quill\nEl Correo Inventado, diario\n14 May 2024\n\n{BODY}")
    assert (found.site, found.byline) == ("El Correo Inventado, diario", "Anna Quill")
    assert found.text.startswith("The last ferry")


def test_a_papers_name_is_no_standfirst() -> None:
    found = article(f"Ferry stops\nThe Harbour Courier, an evening paper\n\n{BODY}")
    assert (found.standfirst, found.site) == ("", "The Harbour Courier, an evening paper")


def test_short_header_lines_are_not_joined_into_the_title() -> None:
    body = "\n\n".join(
        "The ferry left at noon with eleven passengers and a piano, and nobody came. " * 3 for _ in "123"
    )
    found = article(f"Ferry to the islands stops\nSource: The Harbour Courier\n12 March 2024\n\n{body}")
    assert found.title == "Ferry to the islands stops"
    assert (found.site, found.published) == ("The Harbour Courier", "2024-03-12")


def test_a_line_drawn_across_the_page_is_no_text() -> None:
    found = article(
        f"Ferry stops\n\n{BODY}\n\n----------\nYou receive this letter because you signed up on our website."
    )
    assert "--" not in found.text
    assert found.text.endswith("nobody wrote.")


@pytest.mark.parametrize(
    ("text", "day"), [("3rd of May 2024", "2024-05-03"), ("2024/3/12", "2024-03-12"), ("2024年13月1日", "")]
)
def test_more_dates(text: str, day: str) -> None:
    assert dates.iso(text) == day
