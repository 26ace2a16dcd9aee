"""The one number that a sentence's signs come to: the log-odds of its being boilerplate.

``data/judge.tsv`` holds what each sign weighs; ``scripts/fit_judge.py`` fits it to the half of tests/data/clean that is
for tuning, and to sentences of articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import combinations

from tui.clean.judge_signs import LABEL_WORDS, Signs, stems, words
from tui.clean.signs import FIELD_OF, MAYBE_OF, SURE_OF, reasons, table
from tui.model import Reason

_VOICE_FROM, _VOICE_SLOPE, _LEAST_VOICE, _FEW = 0.1, 2.5, 0.75, 10
_FAINT, _MOSTLY, _LONG, _SHORT_QUESTION = 0.3, 0.6, 32, 12
_LINE, _TOPICAL, _TOGETHER = 6.0, 0.35, 0.5
_LITTLE, _MUCH = 0.15, 0.4
#: What an address to the reader still counts under a title that promises advice, and a we under that of an opinion.
_ADVISED = 0.25
#: The fields of words that an article about the matter of a reason uses as freely.
_FIELDS_OF = {
    Reason.DONATION: ("gift", "need"),
    Reason.PAYWALL: ("account", "deal"),
    Reason.SUBSCRIBE: ("deal", "reader"),
    Reason.NEWSLETTER: ("mailing", "sending"),
    Reason.COMMENTS: ("discussion",),
    Reason.SHARE: ("social",),
    Reason.COOKIE: ("consent", "web"),
    Reason.ADVERT: ("advert",),
    Reason.PROMO: ("broadcast", "shop", "pastime"),
    Reason.CREDIT: ("picture", "writer"),
}
#: The fields of words whose stand in a title tells that the article is about such matters.
_MATTERS = frozenset(
    FIELD_OF + name
    for name in "account advert broadcast consent deal discussion edition gift mailing paper picture piece reader "
    "sending shop social web writer".split()
)
#: Words that lead to other articles tell nothing in a title: "more", "also".
_NO_MATTER = frozenset({f"{MAYBE_OF}{Reason.RELATED.value}", f"{SURE_OF}{Reason.RELATED.value}"})
_CALLS = frozenset({"you", "question", "do: first", "do: give", "do: sign", "do: read", "do: tell", "do: set"})
_OWN_VOICE = frozenset({"we", "we news"})
#: Lines of these lead to another text by its title, which has no full stop; a whole sentence is the article's own.
_TITLES_ONLY = frozenset({Reason.RELATED})


@dataclass(frozen=True)
class Manner:
    """How the article itself speaks: what is usual in it is no sign.

    ``topical`` are reasons whose words it is about: they count for a third. ``you`` and ``we`` are what an address to
    the reader, and a we, still count in it: 1 in a report, less in advice and opinion, and ``led``
    what a label before a colon counts, little in an interview whose speakers are named. ``matter`` tells that its title
    names what boilerplate speaks of, ``title`` are the stems of the title's words.
    """

    topical: frozenset[Reason] = frozenset()
    you: float = 1.0
    we: float = 1.0
    led: float = 1.0
    matter: bool = False
    title: frozenset[str] = frozenset()


def weigh(signs: Signs, manner: Manner = Manner()) -> float:
    """Return the log-odds of a sentence: above 0 speaks for boilerplate, below for the article."""
    return sum(parts(signs, manner).values())


def parts(signs: Signs, manner: Manner = Manner()) -> dict[str, float]:
    """Return what each sign adds to the log-odds, those that add nothing left out."""
    if signs.line:
        return {"a label": _LINE}
    weights = table_of_weights()
    found = {name: weights[name] * value for name, value in measure(signs, manner).items() if value and name in weights}
    return {**found, "wording": signs.wording}


@lru_cache(maxsize=1)
def table_of_weights() -> dict[str, float]:
    """Return the weight of every sign, and of every two marks that are worth one."""
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
        **_of_title(signs, manner),
        **_together(signs, manner),
    }


def _together(signs: Signs, manner: Manner) -> dict[str, float]:
    """Return the fields of words that a sentence is of, and every two marks that stand together in it.

    No list holds all wordings of "subscribe"; but what is asked, of whom, for what money and how often it is sent tell
    of one together.
    """
    about = {name for reason in manner.topical for name in _FIELDS_OF.get(reason, ())}
    marks = sorted(signs.fields | {name for name, is_so in _flags(signs).items() if is_so})
    counts = {
        mark: manner.you if mark in _CALLS else manner.we if mark in _OWN_VOICE else _TOPICAL if mark in about else 1.0
        for mark in marks
    }
    if "colon" in counts:
        counts["colon"] = manner.led
    found = {mark: counts[mark] for mark in marks if mark in signs.fields}
    for one, other in combinations(marks, 2):
        found[f"{one} & {other}"] = _TOGETHER * counts[one] * counts[other]
    return found


def _flags(signs: Signs) -> dict[str, bool]:
    """Return the signs that also count together with others."""
    return {
        "you": bool(signs.you),
        "we": bool(signs.we),
        "question": signs.question,
        "short": signs.words <= LABEL_WORDS,
        "no stop": signs.open_end,
        "price": signs.price,
        "publisher": signs.publisher,
        "contact": signs.contact,
        "past": bool(signs.past),
        "reports": bool(signs.reports),
        "others": bool(signs.others),
        "names": signs.names > 0,
        "figures": bool(signs.figures),
        "quoted": signs.quoted > 0.1,
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
        "maybe": also,
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
    """Return what it looks like: a button, a label, a teaser; how much of it is of the matters of boilerplate."""
    return {
        "arrow": float(signs.arrow),
        "short without a stop": float(signs.open_end and signs.words <= LABEL_WORDS),
        "linked": float(signs.linked > _MOSTLY),
        "covered": signs.covered,
        "covered little": float(signs.covered < _LITTLE),
        "covered much": float(signs.covered > _MUCH),
        "asks for other things": manner.you * signs.asks_else,
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


def _of_title(signs: Signs, manner: Manner) -> dict[str, float]:
    """Return whether the article is about such matters, and whether the sentence shares a word with its title."""
    return {
        "title of such matters": float(manner.matter),
        "word of the title": float(not manner.title.isdisjoint(signs.stems)),
    }


def manner(title: str, sentences: list[Signs], language: str) -> Manner:
    """Return how an article speaks, from its title and all its sentences."""
    plain = [signs for signs in sentences if not signs.sure and not signs.line]
    named = words(title)
    promised = table(language).phrases.find(named)
    advised, of_opinion = "advice" in promised, "opinion" in promised
    return Manner(
        topical=_topics(title, sentences, language),
        you=_still_counts(sum(1 for signs in plain if signs.you or signs.asks), len(plain), advised or of_opinion),
        we=_still_counts(sum(1 for signs in plain if signs.we), len(plain), of_opinion),
        led=_still_counts(sum(1 for signs in sentences if "colon" in signs.fields), len(sentences), promised=False),
        matter=any(_is_matter(key) for key in promised),
        title=stems(named),
    )


def _is_matter(key: str) -> bool:
    """Tell whether a phrase under this key names what boilerplate speaks of."""
    return key in _MATTERS or (key.startswith((MAYBE_OF, SURE_OF)) and key not in _NO_MATTER)


def _still_counts(number: int, of: int, promised: bool) -> float:
    """Return what a sign still counts that stands in so many of the sentences: less from a tenth of them on.

    It counts less from the first where the title has ``promised`` it.
    """
    usual = _VOICE_SLOPE * max(0.0, number / max(_FEW, of) - _VOICE_FROM)
    return 1.0 - min(_LEAST_VOICE, max(usual, 1.0 - _ADVISED if promised else 0.0))


def _topics(title: str, sentences: list[Signs], language: str) -> frozenset[Reason]:
    """Return the reasons that the article is about: their words stand in its title, or all over what it reports."""
    named = set(reasons(table(language).phrases.find(words(title)), MAYBE_OF))
    told = [signs for signs in sentences if signs.reports or signs.others >= 2 or signs.quoted > 0.1]
    for reason in Reason:
        with_word = sum(1 for signs in told if reason in signs.maybe or reason in signs.sure)
        if with_word >= 3 and with_word * 5 >= len(told):
            named.add(reason)
    return frozenset(named)
