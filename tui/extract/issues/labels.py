"""Labels as an editor writes them: with the country that an issue is about, and relations between two countries."""

from __future__ import annotations

from collections import Counter

from tui.extract.issues.candidates import Candidate, Kind
from tui.extract.issues.reading import HEAD, Page
from tui.extract.issues.words import root
from tui.model import Country

#: Short names for labels.
SHORT = {"US": "US", "GB": "UK", "AE": "UAE", "CD": "DR Congo", "BA": "Bosnia"}
_RELATIONS = frozenset(
    root(word) for word in "relation relationship tie bilateral diplomatic rapprochement détente ambassador".split()
)
POLITICS = "11000000"
#: The issue of the lexicon that relations between two countries stand for.
RELATIONS = "diplomatic relations"
#: How likely relations of the two chief countries are an issue where the article speaks of them, and a main one.
LIKELY, LIKELY_MAIN = 0.6, 0.45


def short(country: Country) -> str:
    """Return a country's name as a label writes it."""
    return SHORT.get(country.code, country.name)


def label_of(page: Page, one: Candidate) -> str:
    """Return the label of an issue with the country that its mentions stand beside, where that makes it plainer."""
    if one.template:
        code = _beside(page, one)
        country = next((each for each in page.countries if each.code == code), None)
        return one.template.format(short(country)) if country is not None else one.label
    before = Counter(_modifier(page, first) for first, _ in one.places)
    name, times = before.most_common(1)[0]
    if one.kind is Kind.PHRASE and name and 2 * times >= len(one.places) and len(one.label.split()) < 4:
        return f"{name} {one.label}"
    return one.label


def _modifier(page: Page, first: int) -> str:
    """Return the place's name or adjective right before a phrase, or nothing."""
    if not first or first - 1 not in page.places or not page.tokens[first].joined:
        return ""
    return page.tokens[first - 1].text if page.tokens[first - 1].end + 1 == page.tokens[first].start else ""


def _beside(page: Page, one: Candidate) -> str:
    """Return the code of the country right before, in or shortly after most mentions ("sanctions on ...")."""
    codes: Counter[str] = Counter()
    for first, last in one.places:
        around = (first - 1, *range(first, last + 4))
        near = [at for at in around if at in page.places and _close(page, at, first)]
        codes.update(page.places[at] for at in near[:1])
    return codes.most_common(1)[0][0] if codes else ""


def _close(page: Page, at: int, first: int) -> bool:
    """Tell whether no mark stands between two tokens but spaces."""
    start, end = min(at, first), max(at, first)
    return all(page.tokens[between].joined for between in range(start + 1, end + 1))


def with_relations(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates with the relations of the two chief countries, where the article speaks of them.

    These take the place of other candidates for relations, and are as likely as the best of these at least.
    """
    relations = _relations(page)
    if relations is None:
        return candidates
    others = [one for one in candidates if one.issue == RELATIONS]
    relations.right = max([LIKELY, *(one.right for one in others)])
    relations.main = max([LIKELY_MAIN, *(one.main for one in others)])
    return [relations, *(one for one in candidates if one.issue != RELATIONS)]


def _relations(page: Page) -> Candidate | None:
    if len(page.countries) < 2:
        return None
    one, two = page.countries[:2]
    if len(one.mentions) < 2 or len(two.mentions) < 2:
        return None
    said = [at for at, token in enumerate(page.tokens) if token.root in _RELATIONS]
    both = any(
        {one.code, two.code} <= {page.places.get(at) for at in sentence}
        and not _RELATIONS.isdisjoint(page.tokens[at].root for at in sentence)
        for sentence in page.sentences
    )
    if not both or page.weigh((at, at) for at in said) < HEAD:
        return None
    label = "-".join(sorted([short(one), short(two)], key=lambda name: (name != "US", name)))
    roots = frozenset(root(word.lower()) for word in ["relations", *label.split("-")])
    places = [(at, at) for at in said]
    return Candidate(Kind.KNOWN, f"{label} relations", places, roots, said, POLITICS, issue=RELATIONS)
