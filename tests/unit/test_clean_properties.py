"""What holds for every document: nothing invented, nothing lost, no crash, nothing that steers a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.clean import header, readable
from tui.clean.page import MARK, parse, segment
from tui.clean.pipeline import clean
from tui.model import Article, Problem, RawDocument

TITLE = "Ferry to the islands stops for the winter"
SENTENCES = (
    "The last ferry of the year left the quay at noon on Tuesday.",
    "Mr Orme said that two of his nine pupils would spend the winter on the mainland.",
    "“Nobody wanted this,” said Anna Quill.",
    "People bought flour and paraffin.",
    "He gave £40,000 to the lifeboat, which is funded by donations.",
    "Readers of his newsletter had been told to sell.",
    "The county has promised a helicopter for emergencies",
    "Es war die letzte Fahrt des Jahres.",
)
APPEALS = (
    "Sign up for our newsletter and get the day's stories in your inbox.",
    "Please support our reporting with a gift of £2 a month.",
    "Read more: Council puts off vote on the river dam",
    "Join the conversation in the comments below.",
    "We use cookies to improve your experience.",
    "Advertisement",
)
SHORT = (
    "Ferries",
    "a hotline, from 1 June;",
    "Anna Quill",
    "By Rosalind Ames",
    "21 March 2024",
    "Photograph: T. Okafor",
    "*",
)
MARKUP = """
<p> </p> <div> </div> <article> <h1> </h1> <li> <ul> </ul> <table> <tr> <td> </td> <br> <br><br> <blockquote> <pre>
<img/src=/a.png/alt=a> <a/href=http://x.example/> </a> <a/href='http://[x'> <script> </script> <style> <!-- --> ]]>
<![CDATA[ &#27; &#x9b; &#0; &nbsp; &lt;b&gt; <meta/charset=utf-7> <base/href=//y> <svg> <figure> <figcaption> </figure>
<hr> <form> <input/hidden> <span/hidden> <p/style=display:none> <?xml ?> <
"""
paragraph = st.lists(st.sampled_from(SENTENCES + APPEALS), min_size=1, max_size=4).map(" ".join)
plain_text = st.lists(paragraph, min_size=1, max_size=8).map(lambda found: "\n\n".join([TITLE, *found]))
markup = st.lists(
    st.one_of(
        st.sampled_from(MARKUP.split()),
        st.sampled_from(SENTENCES + APPEALS),
        st.text(max_size=12),
    ),
    max_size=60,
).map("".join)


def read(text: str, kind: str = "text/plain") -> Article | Problem:
    return clean(RawDocument(text.encode("utf-8", "surrogatepass"), kind, "source"))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def is_subsequence(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


@given(plain_text)
def test_plain_text_is_kept_or_removed_and_never_invented(text: str) -> None:
    article = read(text)
    assert isinstance(article, Article)
    kept = [word for block in article.blocks for word in words(block.text)]
    assert is_subsequence(kept, words(text))
    removed = [word for one in article.removed for word in words(one.text)]
    assert sorted([*kept, *removed]) == sorted(words(text))
    assert all(-1 <= one.after < len(article.blocks) for one in article.removed)


@given(plain_text)
def test_cleaning_what_was_kept_changes_nothing(text: str) -> None:
    once = read(text)
    assert isinstance(once, Article)
    again = read("\n\n".join(block.text for block in once.blocks))
    if len(once.blocks) > 1:
        assert isinstance(again, Article)
        assert [block.text for block in again.blocks] == [block.text for block in once.blocks]
        assert again.removed == ()


def harmless(text: str) -> bool:
    return all(char in "\t\n" or unicodedata.category(char) not in ("Cc", "Cs") for char in text)


def check(found: Article | Problem) -> None:
    if isinstance(found, Article):
        texts = [block.text for block in found.blocks] + [one.text for one in found.removed]
        texts += [
            found.title,
            found.standfirst,
            found.byline,
            found.site,
            found.published,
            found.language,
            found.address,
        ]
        assert all(map(harmless, texts))
        for block in found.blocks:
            assert all(0 <= link.start < link.end <= len(block.text) for link in block.links)
            assert all(link.href.startswith(("http://", "https://")) for link in block.links)
            assert not block.href or block.href.startswith(("http://", "https://"))


@settings(max_examples=150)
@given(markup)
@example("<p>" * 3000)
@example("<a href='http://[x'>" + SENTENCES[0])
@example("\x00<frameset><frame>")
@example("<p>" + "<b>x</b>" * 20_000)
def test_no_markup_raises(html: str) -> None:
    check(read(html, "text/html"))


@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "li", "h2", "blockquote", "td", "div", "pre", "b"]), paragraph), max_size=9
    )
)
def test_what_a_page_gives_stands_in_it_in_order(pieces: list[tuple[str, str]]) -> None:
    body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in pieces)
    found = read(f"<body><h1>{TITLE}</h1><article>{body}</article></body>", "text/html")
    if isinstance(found, Article):
        kept = [word for block in found.blocks for word in words(block.text)]
        assert is_subsequence(kept, words(" ".join([TITLE, *(text for _, text in pieces)])))


@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain", "text/markdown"]))
@example(b"\xff\xfe\x00", "text/plain")
@example(b"<meta charset=hex>\xff", "text/html")
def test_no_bytes_raise(content: bytes, kind: str) -> None:
    check(clean(RawDocument(content, kind, "source")))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "li", "blockquote", "h2", "div"]), st.sampled_from(SENTENCES + APPEALS + SHORT)
        ),
        min_size=3,
        max_size=12,
    ),
    st.integers(0, 3),
)
def test_what_readability_chooses_of_a_page_is_kept_or_removed(pieces: list[tuple[str, str]], at: int) -> None:
    listed = [f"<{tag}>{text}</{tag}>" for tag, text in pieces]
    inside = "".join([*listed[:at], *(f"<p>{sentence}</p>" for sentence in SENTENCES), *listed[at:]])
    html = f"<body><article><h1>{TITLE}</h1>{inside}</article></body>"
    found = read(html, "text/html")
    if isinstance(found, Article):
        shown = [*(block.text for block in found.blocks), *(one.text for one in found.removed)]
        told = Counter(words(" ".join(shown)))
        page = segment(parse(html), "")
        marks = readable.chosen(page.root)
        chosen = [block.text for block in page.blocks if block.element.get(MARK) in marks and block.tag != "h1"]
        # What names author and date is read into the head, and is no text any more.
        body = " ".join(text for text in chosen if not (header.is_byline(text) or header.is_date(text)))
        assert not Counter(words(body)) - told
