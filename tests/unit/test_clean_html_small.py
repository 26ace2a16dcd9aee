"""Pages too small or too odd to be weighed still show their sentences."""

from __future__ import annotations

import pytest

from tui.clean.pipeline import clean
from tui.model import Article, Problem, RawDocument

_PROSE = "The ferry of Saint Orla sailed again on Monday, after thirty-one days on which nothing left the island. " * 3


@pytest.mark.parametrize(
    "page",
    [
        f"<title>Ferry</title><article><p>{_PROSE}</p></article>",
        f"<title>Ferry</title><p>{_PROSE}</p>",
        f"<title>Ferry</title><nav><a href=/a>World</a></nav><p>{_PROSE}</p><table>"
        + "<tr><td>1</td><td>2</td></tr>" * 300
        + "</table>",
    ],
)
def test_one_paragraph_is_an_article(page: str) -> None:
    article = clean(RawDocument(page.encode(), "text/html", "a.html"))
    assert isinstance(article, Article)
    assert "thirty-one days" in article.text
    assert "World" not in article.text


def test_a_page_without_sentences_is_none() -> None:
    page = "<title>Menu</title><nav><a href=/a>World</a> <a href=/b>Money</a></nav><footer>© The Courier</footer>"
    assert isinstance(clean(RawDocument(page.encode(), "text/html", "a.html")), Problem)
