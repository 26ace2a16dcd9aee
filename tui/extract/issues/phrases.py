"""Noun phrases of an article, found by stop words and the shape of words, without a parser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from tui.extract.issues.heads import past, qualifies
from tui.extract.issues.words import Token, empty_words, kind, stem

#: The longest phrase that makes a label.
LONGEST = 4
_NO_HEADS = ("ly", "able", "ible", "ous", "ful", "less", "ical")

#: Verbs that are as often nouns in the news.
_NOUNS_TOO = frozenset(
    "visit visits move moves decision catch check checks combat craft crash crashes cry defeat defeats drop drops "
    "escape escapes flood floods freeze fund funds hack hacks jail jails leak leaks lift lifts murder murders play "
    "plays rape release releases rent rents reserve reserves sleep smoke strike strikes suspect suspects switch talks "
    "travel trust trusts vote votes walk walks watch work works".split()
)
#: Verbs that are nouns behind another: "tax cuts", "lottery win", "talent show".
_BEHIND = frozenset("cut cuts win wins rise rises fall falls pay show shows run runs hit hits find finds".split())


#: Words in -ly that are no adverbs.
_THINGS_IN_LY = frozenset(
    "family supply assembly ally reply anomaly monopoly bully rally elderly daily weekly costly deadly early butterfly "
    "italy sicily".split()
)
#: Words in -est that are no superlatives.
_THINGS_IN_EST = frozenset(
    "protest interest forest harvest conquest request arrest contest inquest priest guest quest test west midwest "
    "rainforest budapest bucharest everest nest chest pest vest".split()
)
#: Participles that qualify a thing for good.
_QUALITIES = frozenset(
    "armed disabled organised organized wounded displaced united unmanned advanced contaminated missing ageing aging "
    "working unaccompanied undocumented protected endangered abandoned disputed occupied divided sacred rising".split()
)


#: Irregular participles, with which no phrase ends ("a vehicle driven", "revenue owed").
_PARTICIPLES = frozenset(
    "beaten bitten blown born broken chosen done drawn driven drunk eaten fallen flown forbidden forgotten frozen "
    "given grown hidden known mistaken owed proven ridden risen seen shaken shown sewn spoken stolen sworn taken "
    "thrown torn trodden used woken worn woven written".split()
)
_TO = frozenset("to will would can could may might should must cannot not".split())
_PREPOSITIONS = frozenset("of in on at for by with from over against to after".split())
_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those him them it us me you any some no".split()
)
_ARTICLES = frozenset("the a an".split())

#: What ends nouns made of a verb and where it goes ("run-off").
_PARTICLES = ("-off", "-offs", "-out", "-outs", "-up", "-ups", "-over", "-overs", "-down", "-downs")
#: Endings of verbs drawn together with the word before them.
_SHORTENED = ("'ll", "'ve", "'re", "'d", "n't", "'m")
#: Of how many words it is remembered what they can do: some kilobytes for each hundred, and most articles share them.
_REMEMBERED = 4096
#: Plurals without an s that begin headlines.
_PLURALS = frozenset("people men women children police geese mice crowd majority".split())


class Phrase(NamedTuple):
    """Tokens ``first`` to ``last`` (inclusive)."""

    first: int
    last: int


def phrases(
    tokens: list[Token], sentence: range, barred: set[int], *, title: bool, parsed: Mapping[int, int] | None = None
) -> Iterator[Phrase]:
    """Yield every stretch of a sentence that could be a label, the parts of longer ones too.

    ``barred`` are tokens of people's names and of places, which part phrases as stop words do. A run of words with
    capitals is one name, and never taken apart, but in headlines that give capitals to most words. ``parsed`` tells
    which noun phrase a token is in, where a parser found them: it knows verbs better, but no headlines.
    """
    headline = title and sum(tokens[at].capital for at in sentence) > 0.6 * len(sentence)
    if parsed is None or title:
        chunks = _chunks(tokens, sentence, barred, title=title, headline=headline)
    else:
        chunks = _parsed_chunks(tokens, sentence, barred, parsed)
    for chunk in chunks:
        for last in chunk:
            if not _head(tokens[last].low, tokens[last].capital) or (
                not headline and _within_name(tokens, last, last + 1, chunk)
            ):
                continue
            for first in range(max(chunk.start, last - LONGEST + 1), last + 1):
                inside = not headline and _within_name(tokens, first - 1, first, chunk)
                if not inside and _start(tokens[first].low, first == last):
                    yield Phrase(first, last)


def _within_name(tokens: list[Token], one: int, two: int, chunk: range) -> bool:
    """Tell whether two neighbours belong to one name."""
    return one in chunk and two in chunk and tokens[one].capital and tokens[two].capital


def _chunks(tokens: list[Token], sentence: range, barred: set[int], *, title: bool, headline: bool) -> Iterator[range]:
    """Yield the longest runs of words that a noun phrase may hold."""
    start = sentence.start
    for at in sentence:
        here = tokens[at]
        parts = (
            at in barred
            or (
                _parts(here.low, here.capital and not headline and at > sentence.start)
                and not (here.low.endswith("ing") and _qualifying(tokens, at, sentence))
                and not (here.low in _BEHIND and at > start and _behind(tokens, at, sentence))
            )
            or _acts(tokens, at, sentence, title=title)
            or (title and _headline(tokens, at, sentence))
        )
        if parts or not here.joined:
            if at > start:
                yield range(start, at)
            start = at + 1 if parts else at
    if start < sentence.stop:
        yield range(start, sentence.stop)


def _behind(tokens: list[Token], at: int, sentence: range) -> bool:
    """Tell whether a word that may be a verb ends what the word before it begins: "the tax cuts", not "taxes rise"."""
    before = tokens[at - 1].low
    after = tokens[at + 1].low if at + 1 < sentence.stop and tokens[at + 1].joined else ""
    return tokens[at].joined and not _plural(before) and after not in _DETERMINERS and not after[:1].isdigit()


def _qualifying(tokens: list[Token], at: int, sentence: range) -> bool:
    """Tell whether a word in -ing qualifies the noun after it: "a printing error", "a specific printing error"."""
    if at == sentence.start or at + 1 == sentence.stop or not tokens[at + 1].joined or _empty(tokens[at].low):
        return False
    before, after = tokens[at - 1].low, tokens[at + 1].low
    return (before in _ARTICLES or kind(before) == "a") and not _parts(after, False)


def _parsed_chunks(
    tokens: list[Token], sentence: range, barred: set[int], parsed: Mapping[int, int]
) -> Iterator[range]:
    """Yield the runs of words within a parser's noun phrases."""
    start = -1
    for at in sentence:
        if start >= 0 and (parsed.get(at) != parsed[at - 1] or not tokens[at].joined):
            yield range(start, at)
            start = -1
        if at not in parsed or at in barred or _empty(tokens[at].low):
            if start >= 0:
                yield range(start, at)
            start = -1
        elif start < 0:
            start = at
    if start >= 0:
        yield range(start, sentence.stop)


def _empty(low: str) -> bool:
    """Tell whether a word parts phrases whatever stands around it: function words, numbers, single letters."""
    return low in empty_words()["stop"] or len(low) < 2 or low[0].isdigit() or "." in low


def _headline(tokens: list[Token], at: int, sentence: range) -> bool:
    """Tell whether a word is the verb of a headline, or the plural before it that does something ("monks vote to")."""
    here = tokens[at]
    if at == sentence.start or not here.joined or _owns(tokens, at - 1) or _acts(tokens, at - 1, sentence, title=True):
        return False
    return _doers(tokens[at - 1].low) and not _counts(here.low)


def _owns(tokens: list[Token], at: int) -> bool:
    """Tell whether a plural owns what stands after it: "dockers' strike"."""
    return tokens[at + 1].start - tokens[at].end == 2


def _doers(low: str) -> bool:
    """Tell whether a word of a headline is a plural that no noun follows, or the third person of a verb."""
    if low in _PLURALS:
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and not qualifies(low)


def _counts(low: str) -> bool:
    """Tell whether a word after a plural goes on with the phrase: function words part it by themselves."""
    if low in empty_words()["stop"] or low.endswith(("tion", "ment", "ing", "ed", "ly")):
        return True
    return low in _PARTICIPLES or past(low)


@lru_cache(_REMEMBERED)
def _parts(low: str, capital: bool) -> bool:
    """Tell whether a word parts noun phrases: function words, verbs, adverbs, numbers.

    ``capital`` tells that it has one that says something, unlike that of a first word.
    """
    if _empty(low):
        return True
    if low.endswith(_SHORTENED) or (past(low) and not capital):
        return True
    if low.endswith("ly") and low not in _THINGS_IN_LY:
        return True
    if "-" in low and all(part in empty_words()["stop"] for part in low.split("-")):
        return not low.endswith(_PARTICLES)
    if low.endswith("ing") and not capital:
        return low not in empty_words()["gerunds"] and low not in _QUALITIES
    if low.endswith("ed") and not low.endswith("eed") and len(low) > 4 and not capital:
        return low not in _QUALITIES
    return _verb(low) and low not in _NOUNS_TOO


def _acts(tokens: list[Token], at: int, sentence: range, *, title: bool) -> bool:
    """Tell whether a word is a verb by its neighbours: "accuses the", "to slap", and in titles "launches book"."""
    token, low = tokens[at], tokens[at].low
    before = tokens[at - 1].low if at > sentence.start else ""
    if before in _TO and kind(low) in ("v", "b", "") and token.text.islower():
        return True
    verb, third, ended = _may_act(low)
    if not (verb or third or ended or _plural(before)) or token.text.isupper():
        return False
    after = tokens[at + 1].low if at + 1 < sentence.stop and tokens[at + 1].joined else ""
    empty = empty_words()
    if verb and after and before and after not in _PREPOSITIONS and (title or (third and low not in empty["nouns"])):
        return True
    if title and verb and third and before and at + 1 == sentence.stop and low not in empty["nouns"]:
        return True
    if verb and not third and low not in empty["head"] and _plural(before):
        return True
    if not third and not ended:
        return after in _DETERMINERS and kind(low) == "b" and _plural(before) and not qualifies(before)
    if after in _DETERMINERS:
        return True
    return title and bool(after) and any(kind(base) in ("v", "b") for base in _bases(low))


@lru_cache(_REMEMBERED)
def _may_act(low: str) -> tuple[bool, bool, bool]:
    """Return whether a word is of a listed verb, and whether it ends like a third person, like a past form."""
    verb = not _bases(low).isdisjoint(empty_words()["verbs"])
    return verb, low.endswith("s") and not low.endswith("ss"), low.endswith("ed")


def _plural(low: str) -> bool:
    """Tell whether a word is a plural that does something, not the first part of a name for one thing ("arms")."""
    return low.endswith("s") and not low.endswith("ss") and low not in empty_words()["nouns"]


def _bases(low: str) -> set[str]:
    """Return what a word can be the third person of, and the word itself."""
    return {low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ies") + "y" * low.endswith("ies")}


def _verb(low: str) -> bool:
    """Tell whether a word is a verb, or the third person of one."""
    if low.endswith("s") and not low.endswith("ss"):
        return any(kind(base) == "v" for base in _bases(low))
    return kind(low) == "v"


@lru_cache(_REMEMBERED)
def _head(low: str, capital: bool) -> bool:
    """Tell whether a phrase may end with a word."""
    if kind(low) == "a" and not capital and low not in empty_words()["things"]:
        return False
    if low.endswith("ing"):
        return low in empty_words()["gerunds"] or capital
    if low in _QUALITIES or low in _PARTICIPLES:
        return False
    return not low.endswith(_NO_HEADS) and low not in empty_words()["start"]


@lru_cache(_REMEMBERED)
def _start(low: str, alone: bool) -> bool:
    """Tell whether a phrase may begin with a word; one that stands ``alone`` must say something by itself."""
    return not alone or not (hollow(low) or slight(low))


@lru_cache(_REMEMBERED)
def slight(low: str) -> bool:
    """Tell whether a word says little of the noun after it: "new", "heavy", superlatives."""
    return low in empty_words()["start"] or (low.endswith("est") and low not in _THINGS_IN_EST)


def hollow(low: str) -> bool:
    """Tell whether a word at the end of a phrase says nothing by itself."""
    empty = empty_words()["head"]
    return low in empty or stem(low) in empty
