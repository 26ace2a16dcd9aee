from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.extract.countries.find import find_countries
from tui.extract.document import Document
from tui.extract.issues.find import MOST, find_issues
from tui.extract.issues.topics import topics
from tui.model import Article, Block, BlockKind

WORDS = st.sampled_from(
    "Poland Georgia the of in Turkey turkey Jordan said Mr Paris St. George's , . U.S. Côte d’Ivoire W.Va. New Mexico "
    "sanctions carbon tax talks français 東京 مصر \u200d strike 2014 Mrs' -- & Guinea-Bissau school funding".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@given(st.lists(TEXTS, max_size=4), st.sampled_from(["en", "fr", "de", "es", "ar", "ja", ""]))
def test_every_mention_lies_in_its_block_and_the_order_is_stable(texts: list[str], language: str) -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text.replace("\n", " ")) for text in texts)
    doc = Document(Article("test", "", blocks), language)
    countries = find_countries(doc)
    issues = find_issues(doc, (), countries)
    spans = [mention[:3] for country in countries for mention in country.mentions]
    spans += [span for issue in issues for span in issue.mentions]
    for block, start, end in spans:
        assert 0 <= start < end <= len(blocks[block].text)
    assert len({country.code for country in countries}) == len(countries)
    assert len(issues) <= MOST and len({issue.label.casefold() for issue in issues}) == len(issues)
    assert all(0 <= issue.score <= 1 and topics().labels[issue.topic_code] == issue.topic for issue in issues)
    assert countries == find_countries(doc) and issues == find_issues(doc, (), countries)
