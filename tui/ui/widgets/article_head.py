"""What stands above an article's text: byline, length, and what there is to know of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from tui.model import Article, Reason

_SHORT = 30  # characters of a part of the byline that stay on one line
_MINUTE = 230  # words that a close reader reads in a minute
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

#: What a reason is called on the page.
REASONS: dict[Reason, str] = {
    Reason.DONATION: "donation",
    Reason.PAYWALL: "paywall",
    Reason.SUBSCRIBE: "subscribe",
    Reason.NEWSLETTER: "newsletter",
    Reason.COMMENTS: "comments",
    Reason.RELATED: "related",
    Reason.SHARE: "share",
    Reason.COOKIE: "cookies",
    Reason.ADVERT: "advert",
    Reason.PROMO: "promotion",
    Reason.CREDIT: "credit",
    Reason.OTHER: "other",
    Reason.REPEATED: "repeated",
    Reason.OWN: "cut by you",
}


def byline(article: Article) -> str:
    """Return the line under the title: site, author, date, minutes to read, language."""
    length = minutes(words(article.text))
    parts = [
        article.site,
        article.byline,
        _date(article.published),
        f"{length} min" if length else "",
        article.language,
    ]
    return " · ".join(_solid(part) for part in parts if part)


def _solid(part: str) -> str:
    """Return a short part of the byline so that no line breaks in it."""
    return part.replace(" ", "\xa0") if len(part) <= _SHORT else part


def _date(published: str) -> str:
    try:
        day = datetime.fromisoformat(published)
    except ValueError:
        return published
    return f"{day.day} {day:%b %Y}"


def notices(article: Article, key: str, also: Sequence[str] = ()) -> Iterator[str]:
    """Yield what the reader is told about the document: what was removed, what is kept back, how it was read.

    ``key`` is the key that shows what was removed, ``also`` the other feeds that carry the article.
    """
    if also:
        yield f"also in {', '.join(also)}"
    if article.removed:
        counts = Counter(REASONS[passage.reason] for passage in article.removed)
        total = len(article.removed)
        kinds = ", ".join(f"{count} {reason}" for reason, count in counts.most_common())
        yield f"{total} passage{'s' if total > 1 else ''} removed: {kinds}\xa0\xa0({key})"
    if article.withheld:
        yield "the publisher keeps a part of this text back"
    yield from article.notes


def words(text: str) -> int:
    """Return the number of words; two ideographs count as one."""
    if text.isascii():
        return len(text.split())
    return len(text.split()) + len(_CJK.findall(text)) // 2


def minutes(count: int) -> int:
    """Return the minutes that a number of words takes to read, at least one if there are any."""
    return max(1, round(count / _MINUTE)) if count else 0
