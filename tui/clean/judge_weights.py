"""The one number that a sentence's signs come to: the log-odds of its being boilerplate.

``data/judge.tsv`` holds what each sign weighs; ``scripts/fit_judge.py`` fits it to the half of tests/data/clean that is
for tuning, and to sentences of articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from tui.clean.judge_signs import LABEL_WORDS, MAYBE_OF, Signs, reasons, table, words
from tui.model import Reason

_VOICE_FROM, _VOICE_SLOPE, _LEAST_VOICE, _FEW = 0.1, 2.5, 0.75, 10
_FAINT, _MOSTLY, _MOST_TONE, _LONG, _SHORT_QUESTION = 0.3, 0.6, 3.0, 32, 12
_LINE, _TOPICAL = 6.0, 0.35
#: Lines of these lead to another text by its title, which has no full stop; a whole sentence is the article's own.
_TITLES_ONLY = frozenset({Reason.RELATED})


@dataclass(frozen=True)
class Manner:
    """How the article itself speaks: what is usual in it is no sign.

    ``topical`` are reasons whose words it is about: they count for a third. ``you`` and ``we`` are what an address to
    the reader, and a we, still count in it: 1 in a report, less in advice and opinion.
    """

    topical: frozenset[Reason] = frozenset()
    you: float = 1.0
    we: float = 1.0


def weigh(signs: Signs, manner: Manner = Manner()) -> float:
    """Return the log-odds of a sentence: above 0 speaks for boilerplate, below for the article."""
    return sum(parts(signs, manner).values())


def parts(signs: Signs, manner: Manner = Manner()) -> dict[str, float]:
    """Return what each sign adds to the log-odds, those that add nothing left out."""
    if signs.line:
        return {"a label": _LINE}
    weights = table_of_weights()
    return {name: weights[name] * value for name, value in measure(signs, manner).items() if value}


@lru_cache(maxsize=1)
def table_of_weights() -> dict[str, float]:
    """Return the weight of every sign."""
    text = (resources.files("tui.clean") / "data" / "judge.tsv").read_text("utf-8")
    return {name: float(weight) for name, weight in (line.split("\t") for line in text.splitlines())}


def measure(signs: Signs, manner: Manner = Manner()) -> dict[str, float]:
    """Return the value of every sign that has a weight, by its name."""
    return {
        "prior": 1.0,
        **_matter(signs, manner),
        **_address(signs, manner),
        **_look(signs, manner),
        **_against(signs),
    }


def _matter(signs: Signs, manner: Manner) -> dict[str, float]:
    """Return what the words of the reasons say: most of the reason that has the most of them."""
    best = (0.0, 0.0, 0.0)
    for reason in signs.sure.keys() | signs.maybe.keys():
        sure, maybe = signs.sure.get(reason, 0), float(min(3, signs.maybe.get(reason, 0)))
        part = _TOPICAL if reason in manner.topical else 1.0
        if reason in _TITLES_ONLY and not (signs.open_end or signs.we or signs.itself or signs.linked > _MOSTLY):
            part *= _FAINT
        best = max(best, (part * min(1, sure), part * min(2, max(0, sure - 1)), part * maybe))
    first, more, also = best
    said = first or also
    lone = 0.0 if signs.addressed else 1.0
    return {
        "sure": first,
        "sure again": more,
        "maybe": also if signs.tone is not None else 0.0,
        "maybe, no tone": also if signs.tone is None else 0.0,
        "several matters": float(min(3, max(0, len(signs.sure.keys() | signs.maybe.keys()) - 1))),
        "asks for it": manner.you * (signs.asks and bool(said or signs.itself)),
        "opens with it": float(signs.opens and signs.open_end),
        "sure, to nobody": first * lone,
        "maybe, to nobody": also * lone,
    }


def _address(signs: Signs, manner: Manner) -> dict[str, float]:
    """Return how it speaks to the reader, and of itself."""
    spoken = signs.we or signs.you or signs.publisher
    nobody_else = not (signs.others or signs.reports or signs.names > 0 or signs.quoted > 0.1)
    return {
        "you": manner.you * min(2, signs.you),
        "asks": manner.you * signs.asks,
        "asks at once": manner.you * signs.asks_first,
        "asks a question": manner.you * bool(signs.question and not signs.reports and signs.words <= _SHORT_QUESTION),
        "rate": float(signs.rate and signs.addressed),
        "contact": float(signs.contact),
        "you and we": manner.you * bool(signs.you and signs.we),
        "asks a short question": manner.you * bool(signs.question and signs.you and signs.words <= _SHORT_QUESTION),
        "we": manner.we * min(2, signs.we),
        "we and nobody else": manner.we * bool(signs.we and nobody_else),
        "you and nobody else": manner.you * bool(signs.you and nobody_else),
        "soft words": manner.we * min(3, signs.soft) if spoken else 0.0,
        "press and soft words": float(min(2, signs.soft) * bool(signs.press)),
        "publisher": float(signs.publisher),
        "itself": float(signs.itself),
        "our press": float(min(2, signs.press)) if spoken else 0.0,
        "press": float(min(2, signs.press)),
        "price to you": float(signs.price and bool(signs.you or signs.asks)),
    }


def _look(signs: Signs, manner: Manner) -> dict[str, float]:
    """Return what it looks like: a button, a label, a teaser; and how its words sound."""
    topical = not manner.topical.isdisjoint(signs.sure.keys() | signs.maybe.keys())
    tone = max(-_MOST_TONE, min(_MOST_TONE, signs.tone or 0.0))
    return {
        "arrow": float(signs.arrow),
        "short without a stop": float(signs.open_end and signs.words <= LABEL_WORDS),
        "linked": float(signs.linked > _MOSTLY),
        "tone": tone * _TOPICAL if topical and tone > 0 else tone,
        "no tone": float(signs.tone is None),
    }


def _against(signs: Signs) -> dict[str, float]:
    """Return what articles have: reported speech, others' names and deeds, figures, quotations, length."""
    return {
        "strange": float(signs.strange),
        "reports": float(min(2, signs.reports)),
        "others": float(min(3, signs.others)),
        "past": float(min(2, signs.past)),
        "names": float(max(0, min(5, signs.names))),
        "figures": float(min(3, signs.figures)),
        "quoted": signs.quoted if signs.quoted > 0.1 else 0.0,
        "long": float(signs.words > _LONG),
    }


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
    named = set(reasons(table(language).phrases.find(words(title)), MAYBE_OF))
    told = [signs for signs in sentences if signs.reports or signs.others >= 2 or signs.quoted > 0.1]
    for reason in Reason:
        with_word = sum(1 for signs in told if reason in signs.maybe or reason in signs.sure)
        if with_word >= 3 and with_word * 5 >= len(told):
            named.add(reason)
    return frozenset(named)
