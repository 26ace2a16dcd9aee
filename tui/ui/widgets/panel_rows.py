"""What the panel lists: an article's people, countries, issues and quotes as entries with their mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.model import Article, Country, Issue, Person, Quote, Reading, Span
from tui.ui.widgets.article_wrap import shorten

#: The sections in their order; the numbers that lead to them are their places here, from 1.
SECTIONS = ("People", "Countries", "Issues", "Quotes")
_SPEAKER = 10  # cells for a speaker's name beside their words
_PLACES = 3  # how many places are named that imply a country

Record = Person | Country | Issue | Quote


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the panel.

    ``note`` stands dim beside the label (a country's code), ``detail`` on a line below (a role, a topic). For a quote
    the label is its speaker, ``words`` what was said, and ``again`` that the quote before has the same speaker.
    """

    record: Record
    label: str
    mentions: tuple[Span, ...]
    note: str = ""
    detail: str = ""
    words: str = ""
    again: bool = False


def entries(article: Article, reading: Reading, *, speaker: str = "", grouped: bool = False) -> tuple[list[Entry], ...]:
    """Return the entries of each section.

    With a ``speaker`` the quotes are that speaker's alone; ``grouped``, those of one speaker stand together, the
    speakers in the order in which they first speak.
    """
    return (
        [Entry(person, person.name, person.mentions, detail=person.role) for person in reading.people],
        [_country(article, country) for country in reading.countries],
        [Entry(issue, issue.label, issue.mentions, detail=issue.topic) for issue in reading.issues],
        list(_quotes(reading, speaker, grouped)),
    )


def _country(article: Article, country: Country) -> Entry:
    mentions = tuple(Span(block, start, end) for block, start, end, _ in country.mentions)
    detail = ""
    if country.mentions and all(mention.how == "implied" for mention in country.mentions):
        places = dict.fromkeys(article.surface(span) for span in mentions)
        detail = "implied: " + ", ".join(list(places)[:_PLACES])
    return Entry(country, country.name, mentions, country.code, detail)


def _quotes(reading: Reading, speaker: str, grouped: bool) -> Iterator[Entry]:
    names = {person.name for person in reading.people}
    before = None
    quotes = [quote for quote in reading.quotes if not speaker or quote.speaker == speaker]
    if grouped:
        order = {name: at for at, name in reversed(list(enumerate(quote.speaker for quote in quotes)))}
        quotes.sort(key=lambda quote: order[quote.speaker])
    for quote in quotes:
        who = quote.speaker.rpartition(" ")[2] if quote.speaker in names else quote.speaker.removeprefix("the ")
        label = f"{shorten(who, _SPEAKER)}{'' if quote.sure else '?'}" if who else "—"
        yield Entry(quote, label, quote.parts, words=quote.text, again=bool(who) and quote.speaker == before)
        before = quote.speaker


def speaker_width(quotes: Sequence[Entry]) -> int:
    """Return the cells that the speakers' names take."""
    return max((cell_len(entry.label) for entry in quotes), default=0)
