"""Pages that paint no article, or not all of it: noscript, scripts' data, consent, paywalls; and what heads a body."""

from __future__ import annotations

import json
from html import escape

import pytest

from tui.clean.pipeline import clean
from tui.explaining import verdicts
from tui.model import Article, Problem, RawDocument, Reason

LINES = (
    "The last ferry of the year left the quay at noon on Tuesday with eleven passengers and a piano on board.",
    "The harbour board had voted in September to end the winter service, which lost £40,000 last year.",
    "“Nobody wanted this,” said Anna Quill, who has chaired the board since 2016. “But the boat was empty.”",
    "On the islands, people bought flour and paraffin. The shop in Skellan had sold its last bag of coal.",
    "The county has promised a helicopter for emergencies. It has not said who will pay for it.",
)
PARAGRAPHS = "".join(f"<p>{escape(line)}</p>" for line in LINES)
CONSENT = (
    "<div class='wall'><h2>We value your privacy</h2><p>We and our 214 partners use cookies to store and access "
    "information on your device and to process personal data. You can change your choices "
    "at any time in our privacy centre.</p></div>"
)


def read(body: str, head: str = "") -> Article | Problem:
    page = f"<html lang='en'><head><title>Ferry stops</title>{head}</head><body>{body}</body></html>"
    return clean(RawDocument(page.encode(), "text/html", "source"))


def article(body: str, head: str = "") -> Article:
    found = read(body, head)
    assert isinstance(found, Article)
    return found


def script(kind: str, data: object) -> str:
    return f"<script {kind}>{json.dumps(data)}</script>"


LINKED_DATA, NEXT_DATA = "type='application/ld+json'", "id='__NEXT_DATA__' type='application/json'"


@pytest.mark.parametrize(
    "body",
    [
        f"<div>Loading</div><noscript><article>{PARAGRAPHS}</article></noscript>",
        script(LINKED_DATA, {"@type": "NewsArticle", "articleBody": "\n\n".join(LINES)}),
        script(NEXT_DATA, {"props": {"article": {"body": [{"type": "p", "text": line} for line in LINES]}}}),
        script(NEXT_DATA, {"props": {"article": {"bodyHtml": PARAGRAPHS}}}),
        f"{CONSENT}<div style='display: none'><article>{PARAGRAPHS}</article></div>",
    ],
)
def test_an_article_that_is_not_painted_is_found_and_told_of(body: str) -> None:
    found = article(body)
    assert found.text.split("\n") == list(LINES)
    assert "do not paint" in found.notes[-1]


def test_a_painted_article_is_not_replaced_by_data() -> None:
    data = script(LINKED_DATA, {"@type": "NewsArticle", "articleBody": "Other words. " * 200})
    assert article(f"<article>{PARAGRAPHS}</article>{data}").text.split("\n") == list(LINES)


def test_what_the_publisher_says_is_not_free_stays_hidden() -> None:
    thing = {"@type": "NewsArticle", "isAccessibleForFree": False, "articleBody": "\n".join(LINES)}
    found = article(f"<article><p>{LINES[0]}</p></article>", script(LINKED_DATA, thing))
    assert found.text == LINES[0]
    assert found.withheld


def test_a_page_that_only_asks_for_consent_is_a_problem() -> None:
    found = read(CONSENT)
    assert isinstance(found, Problem)
    assert "consent" in found.what


@pytest.mark.parametrize(
    ("prompt", "withheld"),
    [
        ("<p>To continue reading this article, start a subscription.</p><p>From £1 a week</p>", True),
        ("<p>This story is for subscribers only. Subscribe now.</p>", True),
        ("<p>You have read four articles this month. Subscribe for £1 a week.</p>", False),
        ("", False),
    ],
)
def test_what_follows_the_text_tells_whether_there_is_more(prompt: str, withheld: bool) -> None:
    found = article(f"<article><h1>Ferry stops</h1>{PARAGRAPHS}<div>{prompt}</div></article>")
    assert found.text.split("\n") == list(LINES)
    assert found.withheld is withheld
    assert any("withholds" in note for note in found.notes) is withheld


def test_a_stub_in_plain_text_is_withheld_too() -> None:
    text = f"Ferry stops\n\n{LINES[0]}\n\n{LINES[1]}\n\nThis article is for subscribers only. Subscribe now."
    found = clean(RawDocument(text.encode(), "text/plain", "source"))
    assert isinstance(found, Article)
    assert found.withheld and found.text.split("\n") == list(LINES[:2])


@pytest.mark.parametrize(
    "opening", ["<h2 class='dek'>{}</h2>", "<p class='chapo'>{}</p>", "<p class='standfirst'>{}</p>"]
)
def test_a_marked_standfirst_leaves_the_body(opening: str) -> None:
    line = "The board cannot pay for an empty boat"
    found = article(
        f"<article><h1>Ferry stops</h1>{opening.format(line)}<p>By Anna Quill in Skellan</p>{PARAGRAPHS}</article>"
    )
    assert found.standfirst == line
    assert found.byline == "Anna Quill in Skellan"
    assert found.text.split("\n") == list(LINES)


def test_an_unmarked_first_paragraph_stays() -> None:
    found = article(f"<article><h1>Ferry stops</h1><p class='intro'><b>{LINES[4]}</b></p>{PARAGRAPHS}</article>")
    assert found.text.startswith(LINES[4])


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        (LINES[0], LINES[0]),
        (
            f"<p>{LINES[0]}</p><p>The post <a href='x'>Ferry</a> appeared first on <a href='y'>Courier</a>.</p>",
            LINES[0],
        ),
        (f"{LINES[0]}<br><br>{LINES[1]} <a href='x'>Continue reading...</a>", f"{LINES[0]}\n{LINES[1]}"),
        (
            f"<p>{LINES[0]}</p><div>{LINES[1]}</div><p><em>Subscribe to our newsletter</em></p>",
            f"{LINES[0]}\n{LINES[1]}",
        ),
    ],
)
def test_fragments_as_feeds_have_them(fragment: str, text: str) -> None:
    found = clean(RawDocument(fragment.encode(), "text/html", "entry"))
    assert isinstance(found, Article)
    assert found.text == text


def test_every_verdict_is_explained() -> None:
    found = article(f"<article><h1>Ferry stops</h1>{PARAGRAPHS}<p>Please support our journalism.</p></article>")
    lines = list(verdicts(found))
    assert sum(line.startswith("keep") for line in lines) == len(found.blocks)
    (cut,) = [at for at, line in enumerate(lines) if line.startswith("CUT")]
    assert Reason.DONATION in lines[cut]
    assert "sure" in lines[cut + 1]
