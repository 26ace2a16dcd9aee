from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stage import BODIES, CAST, document, names

from tui.extract.document import Document
from tui.extract.quotes.attribute import attribute
from tui.extract.quotes.find import find_quotes
from tui.extract.quotes.marks import pairs
from tui.model import BODY_KINDS, BlockKind, Quote

MARKS = list("“”„\"'‘’‚«»‹›「」『』—–―-")
PIECES = [
    *MARKS,
    *("''", "``", ",", ".", ". ", ": ", "? ", "… ", " ", " ", "\u00a0", "(", ")", "\t", "’s ", "6'2\" "),
    *CAST,
    *BODIES,
    *("said ", "told ", "she ", "he ", "according to ", "who ", "adding ", "the minister ", "a spokesman for "),
    *("We go on talking ", "until it is over", "Mr ", "dit-elle ", "sagte ", "dijo ", "NOWAK: ", "— Anna Nowak"),
    *("é", "中文文字", "\u200d", "𝔘", "İ", "ß"),
]
lines = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=80)
kinds = st.sampled_from(sorted(BODY_KINDS))
articles = st.lists(st.tuples(kinds, lines.map(lambda line: line.replace("\n", " "))), max_size=6)
languages = st.sampled_from(["en", "fr", "de", "es", "ja", ""])


def _check(doc: Document, quotes: tuple[Quote, ...]) -> None:
    """Parts are exact, in order, apart from each other and not empty, and the text is theirs."""
    spans = [part for quote in quotes for part in quote.parts]
    assert spans == sorted(spans)
    for part in spans:
        words = doc.blocks[part.block].text[part.start : part.end]
        assert words == words.strip() != ""
        assert 0 <= part.start < part.end <= len(doc.blocks[part.block].text)
    for before, after in itertools.pairwise(spans):
        assert before.block < after.block or before.end <= after.start
    for quote in quotes:
        assert len({part.block for part in quote.parts}) == 1
        assert quote.text == " … ".join(doc.article.surface(part) for part in quote.parts)


@given(articles, languages)
@example([(BlockKind.PARAGRAPH, "“ ”“” \"\" '' «»")], "en")
@example([(BlockKind.BLOCKQUOTE, "“”"), (BlockKind.BLOCKQUOTE, "")], "en")
@example([(BlockKind.PARAGRAPH, "— — —dijo —")], "es")
def test_any_text_is_read_and_its_quotations_are_exact(blocks: list[tuple[BlockKind, str]], language: str) -> None:
    doc = document(*blocks, language=language)
    found = find_quotes(doc)
    _check(doc, found)
    given_out = attribute(doc, found, names(doc))
    _check(doc, given_out)
    assert {quote.parts for quote in given_out} <= {quote.parts for quote in found}
    for quote in given_out:
        assert quote.speaker or not quote.sure


@given(articles)
def test_the_same_text_gives_the_same_quotations(blocks: list[tuple[BlockKind, str]]) -> None:
    once, again = document(*blocks), document(*blocks)
    assert find_quotes(once) == find_quotes(again)
    assert attribute(once, find_quotes(once), names(once)) == attribute(again, find_quotes(again), names(again))


@given(lines, st.booleans())
def test_pairs_lie_apart_and_in_order(line: str, goes_on: bool) -> None:
    line = line.replace("\n", " ")
    end = 0
    for pair in pairs(line, goes_on):
        assert end <= pair.open <= pair.start <= pair.end <= pair.after <= len(line)
        end = pair.after


@given(st.lists(st.sampled_from(["We", "go", "on", "talking", "quietly", "again"]), min_size=4, max_size=30))
def test_plain_words_between_plain_marks_are_always_found(words: list[str]) -> None:
    text = " ".join(words)
    (quote,) = find_quotes(document(f"On Tuesday Nowak said: “{text}.” Then she left."))
    assert quote.text == f"{text}."


@pytest.mark.parametrize(
    "text",
    [
        "“" * 5000,
        '"a ' * 3000,
        "'a " * 3000,
        "said " * 3000,
        "who said, " * 2000,
        "Nowak, " * 2000 + "said “we go on talking today”",
        " " * 20000 + "“we go on talking today” said Nowak",
        "(" * 10000 + "“we go on talking today,” said Nowak",
        "also " * 4000 + "said: “we go on talking today”",
        "A. " * 4000 + "“we go on talking today,” she said",
        "— " * 5000,
        "“we go on talking,” he said " * 600,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_lines_end(text: str) -> None:
    doc = document(text)
    _check(doc, attribute(doc, find_quotes(doc), names(doc)))
