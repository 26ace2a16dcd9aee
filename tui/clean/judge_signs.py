"""What speaks for and against a sentence being boilerplate: its signs, and the one number that they come to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from types import ModuleType

from tui.model import Reason

#: Languages with a table of their own (``signs_xx``); every other is judged by the English one.
LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt"})

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|\"[^\"]*(?:\"|$)|"
    r"(?<!\w)[‘'](?!\s)[^’']{12,}[’'](?!\w)"
)
_PRICE = re.compile(r"[£$€]\s?\d|\b\d\d?p\b|\d\s?(?:€|£|EUR\b|R\$)")
_ARROW = re.compile(r"[»›→▶▸>]\s*$|^\s*[»›→▶▸>•]|\b(?:https?://|www\.)\S+\s*$")
_STOP = re.compile(r"[.!?…:;,。！？][\"'”’»)\]]*$")
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")
_YEAR = re.compile(
    r"\b(?:1[6-9]|20)\d\d\b|\b\d{1,3}(?:[.,]\d+)*\s?(?:%|per cent|percent|million|billion|Prozent|Millionen)\b"
)


class Phrases:
    """Phrases under keys, all found in one pass over a sentence's words; a single word may end in ``*``."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def add(self, key: str, listed: str) -> None:
        """Add phrases parted by ``|``."""
        for phrase in listed.split("|"):
            parts = tuple(phrase.split())
            if len(parts) == 1 and parts[0].endswith("*"):
                self._stems[parts[0][:3]].append((key, parts[0][:-1]))
            elif parts:
                self._by_first[parts[0]].append((key, parts))

    def find(self, words: list[str]) -> dict[str, list[int]]:
        """Return, for each key, the indices of the words where a phrase of it begins."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            for key, parts in self._by_first.get(word, ()):
                if len(parts) == 1 or tuple(words[at : at + len(parts)]) == parts:
                    _note(found, key, at)
            for key, stem in self._stems.get(word[:3], ()):
                if word.startswith(stem):
                    _note(found, key, at)
        return found


def _note(found: dict[str, list[int]], key: str, at: int) -> None:
    places = found.setdefault(key, [])
    if not places or places[-1] != at:
        places.append(at)


_SURE_OF, _MAYBE_OF = "sure ", "maybe "


@dataclass(frozen=True)
class Table:
    """One language's phrases, ready for use."""

    phrases: Phrases
    imperatives: frozenset[str]
    papers: frozenset[str]
    lines: dict[str, Reason]
    labels: dict[str, Reason]
    formal: re.Pattern[str] | None


@lru_cache(maxsize=8)
def table(language: str) -> Table:
    """Return the phrases of a language, given by its two letters; those of English for one without a table."""
    module: ModuleType = import_module(f"tui.clean.signs_{language if language in LANGUAGES else 'en'}")
    phrases = Phrases()
    for name, (sure, maybe) in module.REASONS.items():
        phrases.add(_SURE_OF + name, sure)
        phrases.add(_MAYBE_OF + name, maybe)
    for name in ("YOU", "WE", "PRESS", "ITSELF", "REPORTING", "OTHERS"):
        phrases.add(name, getattr(module, name))
    return Table(
        phrases=phrases,
        imperatives=frozenset(word.strip() for word in module.IMPERATIVES.split("|")),
        papers=frozenset(module.PAPERS.split()),
        lines=_by_phrase(module.LINES),
        labels=_by_phrase(module.LABELS),
        formal=re.compile(module.FORMAL) if module.FORMAL else None,
    )


def _by_phrase(rows: dict[str, str]) -> dict[str, Reason]:
    """Return the reason of each phrase of a table."""
    return {" ".join(phrase.split()): Reason(name) for name, row in rows.items() for phrase in row.split("|")}


def _reasons(found: dict[str, list[int]], prefix: str) -> dict[Reason, int]:
    """Return how often phrases of each reason were found."""
    return {Reason(key.removeprefix(prefix)): len(at) for key, at in found.items() if key.startswith(prefix)}


_LABEL_WORDS = 8


@dataclass(frozen=True)
class Signs:
    """What was seen in one sentence. ``sure`` and ``maybe`` count phrases for each reason."""

    words: int
    sure: dict[Reason, int] = field(default_factory=dict)
    maybe: dict[Reason, int] = field(default_factory=dict)
    you: int = 0
    we: int = 0
    asks: bool = False
    opens: bool = False
    press: int = 0
    publisher: bool = False
    itself: bool = False
    reports: int = 0
    others: int = 0
    names: int = 0
    figures: int = 0
    price: bool = False
    arrow: bool = False
    open_end: bool = False
    quoted: float = 0.0
    linked: float = 0.0
    line: Reason | None = None
    question: bool = False

    @property
    def strange(self) -> bool:
        """Whether nothing at all in the sentence reminds of boilerplate."""
        return not (self.sure or self.maybe or self.you or self.we or self.publisher or self.itself or self.line)

    @property
    def addressed(self) -> bool:
        """Whether it speaks to a reader or of its own page, or looks like a label."""
        spoken = self.you or self.we or self.asks or self.itself or self.price
        return bool(spoken) or (self.open_end and self.words <= _LABEL_WORDS)

    @property
    def reason(self) -> Reason | None:
        """The reason that most phrases speak for; None where none does."""
        if self.line:
            return self.line
        points = {reason: 3 * self.sure.get(reason, 0) + self.maybe.get(reason, 0) for reason in self.sure | self.maybe}
        return max(points, key=lambda reason: points[reason]) if points else None


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, apostrophes straight."""
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def read(sentence: str, language: str, site: str = "", linked: float = 0.0, alone: bool = False) -> Signs:
    """Return the signs of one sentence.

    ``site`` is the publisher's name, where it is known; ``linked`` the share of the sentence that is a link; ``alone``
    tells that it is a whole block. What stands in quotation marks is somebody's words and gives no signs.
    """
    own = _QUOTED.sub(" ", sentence)
    quoted = 1 - len(own.strip()) / max(1, len(sentence.strip()))
    lists, listed = table(language), words(own)
    found = lists.phrases.find(listed)
    publisher = _names_publisher(own, lists.papers, site)
    return Signs(
        words=len(listed),
        sure=_reasons(found, _SURE_OF),
        maybe=_reasons(found, _MAYBE_OF),
        you=len(found.get("YOU", ())) + (len(lists.formal.findall(own)) if lists.formal else 0),
        we=len(found.get("WE", ())),
        asks=_asks(own, lists.imperatives),
        opens=any(at[0] == 0 for key, at in found.items() if key.startswith(_SURE_OF)),
        press=len(found.get("PRESS", ())),
        publisher=publisher,
        itself="ITSELF" in found,
        reports=len(found.get("REPORTING", ())),
        others=len(found.get("OTHERS", ())),
        names=len(_NAME.findall(own)) - 2 * publisher,
        figures=len(_YEAR.findall(own)),
        price=bool(_PRICE.search(own)),
        arrow=bool(_ARROW.search(own)),
        open_end=not _STOP.search(sentence.strip()),
        quoted=quoted,
        linked=linked,
        line=_line(sentence, listed, lists) if alone else None,
        question=sentence.rstrip().endswith("?"),
    )


_LABEL = re.compile(r"\W*([^:|]{2,24}?)\s*[:|]\s*\S")


def _line(sentence: str, listed: list[str], lists: Table) -> Reason | None:
    """Return the reason of a whole line that is a label ("Comments (3)"), or that a label leads ("MORE: The ferry")."""
    if reason := lists.lines.get(" ".join(word for word in listed if not word.isdigit())):
        return reason
    label = _LABEL.match(sentence)
    return lists.labels.get(" ".join(words(label[1]))) if label and not _STOP.search(sentence) else None


_CLAUSE = re.compile(r"[,;:–—-]\s+|[?]\s*")


def _asks(sentence: str, imperatives: frozenset[str]) -> bool:
    """Tell whether the sentence or a clause of it opens with what the reader is to do ("If you can, support us")."""
    return any(first[0] in imperatives for clause in _CLAUSE.split(sentence) if (first := words(clause[:40])))


def _names_publisher(sentence: str, papers: frozenset[str], site: str) -> bool:
    """Tell whether the publisher is named: the site's name, or a capitalised name such as newspapers bear."""
    if len(site) > 2 and site.lower() in sentence.lower():
        return True
    return any(
        match[1].lower() in papers for match in re.finditer(r"\b[Tt]he (?:[A-Z][\w’-]+ )*([A-Z][\w’-]+)\b", sentence)
    )


# What each sign weighs, in points; above 0 the sentence by itself reads as boilerplate. Set by hand on the half of
# tests/data/clean that is for tuning; docs/cleaning.md has the figures of the other half.
_FAINT, _UNADDRESSED, _MOSTLY = 0.3, 0.85, 0.6
_VOICE_FROM, _VOICE_SLOPE, _LEAST_VOICE, _FEW = 0.1, 2.5, 0.75, 10
#: Lines of these lead to another text by its title, which has no full stop; a whole sentence is the article's own.
_TITLES_ONLY = frozenset({Reason.RELATED})
_PRIOR, _STRANGE, _LINE = -2.0, -1.5, 5.0
_SURE, _SURE_AGAIN, _MAYBE, _MAYBE_MOST = 3.4, 1.2, 0.9, 2.7
_YOU, _WE, _BOTH, _ASKS, _ASKS_THAT = 0.8, 0.6, 0.6, 0.8, 1.4
_QUESTION, _SHORT_QUESTION = 0.8, 12
_PRESS_OF_OURS, _PUBLISHER, _ITSELF = 0.8, 0.8, 1.1
_PRICE_OF_OURS, _ARROWED, _SHORT_OPEN, _LINKED = 0.9, 0.7, 0.6, 1.2
_REPORTS, _OTHERS, _NAMES, _FIGURES, _QUOTED_SHARE, _LONG = -1.8, -0.7, -0.2, -0.5, -3.0, -0.5


@dataclass(frozen=True)
class Manner:
    """How the article itself speaks: what is usual in it is no sign.

    ``topical`` are reasons whose words it is about: they count for half. ``you`` and ``we`` are what an address to
    the reader, and a we, still count in it: 1 in a report, less in advice and opinion.
    """

    topical: frozenset[Reason] = frozenset()
    you: float = 1.0
    we: float = 1.0


def weigh(signs: Signs, manner: Manner = Manner()) -> float:
    """Return the points of a sentence: above 0 speaks for boilerplate, below for the article."""
    if signs.line:
        return _LINE
    matter = _matter(signs, manner.topical)
    if (signs.asks and (matter >= _MAYBE or signs.itself)) or (signs.opens and signs.open_end):
        matter += _ASKS_THAT * manner.you
    elif not signs.addressed:
        matter *= _UNADDRESSED if signs.sure else _FAINT
    return _PRIOR + _STRANGE * signs.strange + matter + _address(signs, manner) + _against(signs)


def _matter(signs: Signs, topical: frozenset[Reason]) -> float:
    """Points for the words of the reason that has the most of them."""
    most = 0.0
    for reason in signs.sure.keys() | signs.maybe.keys():
        sure = signs.sure.get(reason, 0)
        points = _SURE * min(1, sure) + _SURE_AGAIN * min(2, max(0, sure - 1))
        points += min(_MAYBE_MOST, _MAYBE * signs.maybe.get(reason, 0))
        if reason in _TITLES_ONLY and not (signs.open_end or signs.we or signs.itself or signs.linked > _MOSTLY):
            points *= _FAINT
        most = max(most, points / 2 if reason in topical else points)
    return most


def _address(signs: Signs, manner: Manner) -> float:
    """Points for speaking to the reader, for speaking of itself, and for the look of a button or a box."""
    to_you = _YOU * min(2, signs.you) + _ASKS * signs.asks + (_BOTH if signs.you and signs.we else 0.0)
    to_you += _QUESTION if signs.question and signs.you and signs.words <= _SHORT_QUESTION else 0.0
    points = manner.you * to_you + manner.we * _WE * min(2, signs.we)
    points += _PUBLISHER * signs.publisher + _ITSELF * signs.itself
    points += _PRESS_OF_OURS * min(2, signs.press) if signs.we or signs.you or signs.publisher else 0.0
    points += _PRICE_OF_OURS if signs.price and (signs.you or signs.asks) else 0.0
    points += _ARROWED * signs.arrow + _LINKED * (signs.linked > _MOSTLY)
    return points + (_SHORT_OPEN if signs.open_end and signs.words <= _LABEL_WORDS else 0.0)


def _against(signs: Signs) -> float:
    """Points for what articles have: reported speech, others' names and deeds, figures, quotations, length."""
    points = _REPORTS * min(2, signs.reports) + _OTHERS * min(3, signs.others) + _NAMES * max(0, min(5, signs.names))
    points += _FIGURES * min(3, signs.figures) + _QUOTED_SHARE * (signs.quoted if signs.quoted > 0.1 else 0.0)
    return points + (_LONG if signs.words > 32 else 0.0)


def manner(title: str, sentences: list[Signs], language: str) -> Manner:
    """Return how an article speaks, from its title and all its sentences."""
    plain = [signs for signs in sentences if not signs.sure and not signs.line]
    return Manner(
        topical=_topics(title, sentences, language),
        you=_still_counts(sum(1 for signs in plain if signs.you or signs.asks), len(plain)),
        we=_still_counts(sum(1 for signs in plain if signs.we), len(plain)),
    )


def _still_counts(number: int, of: int) -> float:
    """Return what a sign still counts that stands in so many of the sentences: less from a tenth of them on."""
    return 1.0 - min(_LEAST_VOICE, _VOICE_SLOPE * max(0.0, number / max(_FEW, of) - _VOICE_FROM))


def _topics(title: str, sentences: list[Signs], language: str) -> frozenset[Reason]:
    """Return the reasons that the article is about: their words stand in its title, or all over what it reports."""
    named = set(_reasons(table(language).phrases.find(words(title)), _MAYBE_OF))
    told = [signs for signs in sentences if signs.reports or signs.others >= 2 or signs.quoted > 0.1]
    for reason in Reason:
        with_word = sum(1 for signs in told if reason in signs.maybe or reason in signs.sure)
        if with_word >= 3 and with_word * 5 >= len(told):
            named.add(reason)
    return frozenset(named)
