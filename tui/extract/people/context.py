"""What stands around a name's places: titles, verbs of saying, ages, prepositions, the kind of thing it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from tui.extract.people.candidates import is_calling, titles
from tui.extract.people.kinds import are_things, is_among
from tui.extract.people.lines import Stretch
from tui.extract.people.lists import folded, places, words

#: Cues that tell wherever they stand, and those that must stand at half of a name's places or more.
_ANYWHERE = (
    "honorific",
    "role",
    "says",
    "age",
    "who",
    "apposition",
    "animal",
    "party",
    "their",
    "relation",
    "introduced",
    "led by role",
    "headed",
)
_MOSTLY = ("the", "in", "thing", "work", "saint", "ampersand", "kind", "owns", "before a role", "in marks")


@lru_cache(1)
def _said() -> tuple[re.Pattern[str], re.Pattern[str]]:
    reports = "|".join(sorted(words("reports") | words("does")))
    return (
        re.compile(rf"(?:,? \d\d,)? (?:also |later |then |has |had |who )?(?:{reports})\b"),
        re.compile(r"[,”\"’] (?:said|says|told|added|explained|adds|wrote|asked|argued|insisted) $"),
    )


# The word before a name; a full stop belongs to short ones alone: "Sen. Marsh", but "the judge. Marsh".
_BEFORE = re.compile(r"(?<![\w’'-])(\w{1,4}(?=\.)|[\w’'-]+(?!\.))\.?(,?)[\s“\"‘(]*$")
_AGE = re.compile(r",? \(?\d\d\b[,).]|, (?:an?|the) \d\d-year-old\b|, aged\b")
_AGED = re.compile(r"\b\d{1,3}-year-old (?:[\w-]+ ){0,2}$")
_WHO = re.compile(r", (?:who|whose)\b| who\b")
# What may stand between the two: marks, and whatever is white space.
_BETWEEN = (
    '“"‘(\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'
    "\u2028\u2029\u202f\u205f\u3000"
)
_APPOSITION = re.compile(r", (?:an? |the |his |her |\w+['’]s )?((?:[\w-]+ ){0,3}[\w-]+)")
_NOUN = re.compile(r" ([a-z][a-z-]{2,})\b")
# Words in small letters that go on behind a whole phrase, and are no noun that a name stands before.
_GOES_ON = frozenset(
    "and but nor who that which was are were has had have will would can could may might must did does from into with"
    " for over near after before when where while than since until during under about against between also then".split()
)
# Marks that stand right around a title, and seldom around a name.
_OPEN, _CLOSED = tuple('“"‘«‹'), tuple('”"’»›')
_SAINT = re.compile(
    r"\b(?:St|Ste|Saint|Sainte|Santa|San|São|Mt|Mount|Fort|Cape|Lake|Port|Camp|Hurricane|Cyclone|Typhoon|Storm"
    r"|Avenida|Calle|Plaza|Paseo|Praça|Rua|Rue|Avenue|Boulevard|Via|Viale|Piazza|Villa|Hotel|Estadio|Stade)\.? $"
)
# What titles and bodies are of: "Duke of Tarn".
_HELD = re.compile(
    r"\b(?:Duke|Duchess|Earl|Marquess|Prince|Princess|Bishop|Archbishop|Diocese|University|Battle|Treaty|Isle|Gulf|Bank|Strait"
    r"|Province|Republic|Kingdom|State|City|Port|Government|District) of $"
)
# What a place lies in.
_WITHIN = re.compile(r", ([A-Z][\w’-]+)((?: [A-Z][\w’-]+)?)")
# Whose somebody is: "Tarn Valley leader Ada Marsh".
_LEADS = re.compile(r" ([a-z][\w-]{2,20}|C[EFOT]O) [A-Z]")
#: Who heads a firm or speaks for it.
_HEADS = frozenset("ceo cfo coo cto chairman chairwoman chairperson spokesman spokeswoman spokesperson".split())
# A member of parliament behind the place that elects them: "Tarnpur MLA Ada Marsh".
_SEAT = re.compile(r" (?:MLA|MP|MLC|MEC|MNA|MK|TD) [A-Z]")
_CALLED = r"(,| called| named| known as)? [“‘\"']?(?:(?:[A-Z][a-z]+) (?:of )?)?$"
_RUN = re.compile(r"[\w-]+")
_ANIMAL = re.compile(r"(\b(?:of|with|in|on|from|by) )?(\b(?:an?|the|his|her|their|its|my) )?([\w-]+)" + _CALLED)
_ABOARD = re.compile(
    r"\b(?:aboard|on board|(?:crew|hull|deck|mast|keel|rudder|skipper) of) (?:the )?(?:[A-Z][a-z]+ )?$"
)
_SHARES = re.compile(
    r"\b(?:[Ss]hares?|stakes?|stocks?|[Ss]hareholders|[Ii]nvestors|branch(?:es)?|retailer|[Ss]ubsidiar(?:y|ies)"
    r"|headquarters|customers) (?:in|of|at) $"
)
_EPONYM = re.compile(r"['’]s? ([a-z]{3,})\b")
_OWNS = re.compile(r"['’]s? [A-Z]")
_IS_ANIMAL = re.compile(
    r",? (?:is |was )?(?:an? |the |his |her |their )(?:[\w-]+ ){0,2}?([\w-]+)"
    r"(?=[,.;:)—–]|$| (?:of|in|at|on|from|with|that|which|who|whose|called|named|and|is|was|has|had)\b)"
)
# A name inside a short quoted or bracketed run of capitals is part of a title: ‘Hart of Dixie’.
_IN_TITLE = re.compile(r"[‘“\"'](?:[A-Z0-9][\w’'-]* |of |the |and |in |to |for |a )+$")
_TITLE_END = re.compile(r"(?:’s|'s)?(?: [A-Z0-9][\w’'-]*| of| the| and| in| to| for| a)*[.,!?]?[’”\"']")
_IN = frozenset("in at near across around round throughout inside outside via off towards".split())
_PLACED = _IN | frozenset("from to of for over through past beyond between".split())
# A member's party: "(D-Ohio)", "Republican of Iowa".
_PARTY = re.compile(
    r" \((?:D|R|I|Dem|Rep|Lab|Con|Lib Dem|LD|SNP|GOP)\b[^()]{0,20}\)|,? \(?(?:Republican|Democrat|Independent) of\b"
)
_RELATION = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Ww]hose)|\w['’]s) (?:[\w-]+ ){0,2}?([\w-]+),? $")
# Somebody who is told of first by kind: "an Eritrean boy, Yonas, ...", "a man known as Scorpion".
_INTRODUCED = re.compile(
    r"\b(?:man|woman|boy|girl|teenager|youth|toddler|baby|child|son|daughter|brother|sister|wife|husband|mother|father"
    r"|friend|neighbour|neighbor|widow|widower|cousin|nephew|niece|uncle|aunt|colleague|survivor|suspect|fugitive)"
    r"(?:(,)| known (?:only )?as| identified (?:only )?as) [“‘\"']?$"
)
_OWNED = re.compile(r"\b((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)['’]s? $")


def context(stretches: list[Stretch], text: str) -> dict[str, float]:
    """Return what stands around a name's places."""
    found = [set(_cues(text, *stretch)) for stretch in stretches]
    half = max(1, len(stretches) / 2)
    often = Counter(chain.from_iterable(found))
    anywhere = {cue: float(cue in often) for cue in _ANYWHERE} | {"kind once": float("kind" in often)}
    mostly = {cue: float(often[cue] >= half) for cue in _MOSTLY}
    return anywhere | mostly | {"always placed": float(often["placed"] == len(found) >= 3)}


def _cues(text: str, start: int, end: int) -> Iterator[str]:
    before, after = text[max(0, start - 60) : start].rpartition("\n")[2], text[end : end + 60].partition("\n")[0]
    yield from _marked(before, after)
    row = [folded(word) for word in _RUN.findall(before)]
    if is_among(text, start, row) or are_things(text[end : end + 120].partition("\n")[0]):
        yield "kind"
    yield from _led(before, after, row)
    yield from _followed(after)
    if _speaks(before, after):
        yield "says"


def speaks(text: str, start: int, end: int) -> bool:
    """Tell whether a verb that only people are subject of stands beside a stretch."""
    return _speaks(text[max(0, start - 20) : start], text[end : end + 30])


def _speaks(before: str, after: str) -> bool:
    after_name, before_name = _said()
    return after_name.match(after) is not None or before_name.search(before) is not None


def _marked(before: str, after: str) -> Iterator[str]:
    """Yield what marks a title, a saint, a street, a firm."""
    if _IN_TITLE.search(before) and _TITLE_END.match(after):
        yield "work"
    if before.endswith(("titled “", 'titled "', "titled ‘", "titled '")) or (
        before[-1:] in _OPEN and after[:1] in _CLOSED
    ):
        yield "in marks"
    if _SAINT.search(before, _last_word(before)):
        yield "saint"
    if before.endswith(" of ") and _HELD.search(before):
        yield "saint"
    if before.endswith(" v. ") or after.startswith(" v. "):
        yield "work"
    if after.startswith(" & ") or before.endswith(" & "):
        yield "ampersand"
    if before.endswith((" in ", " of ", " at ")) and _SHARES.search(before):
        yield "kind"


def _last_word(before: str) -> int:
    """Return where the last word may begin: a search from there does not try every letter before it."""
    return before.rfind(" ", 0, len(before.rstrip(_BETWEEN))) + 1


def _led(before: str, after: str, row: list[str]) -> Iterator[str]:
    """Yield what the words before a name tell.

    Patterns that end at the name are searched for from every letter on: they are only where a word or sign is there
    that they need.
    """
    if ("board" in before or " of " in before) and _ABOARD.search(before):
        yield "animal"
    if "-year-old " in before and _AGED.search(before):
        yield "age"
    if not _kinds().isdisjoint(row) and (noun := _ANIMAL.search(before)):
        yield from _kind(noun)
    owned = before.endswith(("s ", "' ", "’ "))
    if owned and (owner := _OWNED.search(before)) and places().get(folded(owner[1])) == "2":
        yield "their"
    if row and row[-1] in words("role") and _RELATION.search(before):
        yield "relation"
    told = before.rstrip(" “‘\"'").endswith((",", " as"))
    if told and (noun := _INTRODUCED.search(before)) and (after.startswith(",") or not noun[1]):
        yield "introduced"
    yield from _titled(before, after)


@lru_cache(1)
def _kinds() -> frozenset[str]:
    return words("animal or vessel") | words("kind of body")


def _titled(before: str, after: str) -> Iterator[str]:
    """Yield what the word before a name tells."""
    last = _BEFORE.search(before, _last_word(before))
    if last is None:
        return
    low, comma = folded(last[1]), bool(last[2])
    titled = low in words("honorific") and (last[1][0].isupper() or low in words("role"))
    if titled and not comma and not _SAINT.search(before, _last_word(before)):
        yield "honorific"
    role, kind = not words("role").isdisjoint((low, low.removesuffix("s"))), low in words("kind of body")
    if role or (is_calling(low) and not kind):
        yield "role"
        if not comma and not kind:
            yield "led by role"
    if low == "the" and not comma and ((noun := _NOUN.match(after)) is None or noun[1] in _GOES_ON):
        yield "the"
    if not comma and low in _IN and (around := _WITHIN.match(after)) and _is_great(around):
        yield "kind"
    if not comma and low in _PLACED:
        yield "placed"
    if low in _IN and not comma:
        yield "in"


def _is_great(around: re.Match[str]) -> bool:
    """Tell whether a country, state or large city stands behind a comma: "in Marsh Bay, Ohio"."""
    return "2" in (places().get(folded(around[1])), places().get(folded(around[1] + around[2])))


def _kind(noun: re.Match[str]) -> Iterator[str]:
    """Yield whether a noun before a name makes it an animal's, a vessel's or a body's.

    Behind a comma it says so only where it does not end another phrase: "her dog, Rusty", but "the man with the boat,
    Percival Adeane".
    """
    low = folded(noun[3])
    owned = (noun[2] or "").strip() in ("his", "her", "their", "its", "my")
    if noun[4] == "," and not owned and (noun[1] or not noun[2]):
        return
    if low in words("animal or vessel"):
        yield "animal"
    elif low in words("kind of body") and low not in words("role") and noun[4] != ",":
        yield "kind"


def _followed(after: str) -> Iterator[str]:
    """Yield what the words behind a name tell."""
    if noun := _IS_ANIMAL.match(after):
        low = folded(noun[1])
        if low in words("animal or vessel"):
            yield "animal"
        elif low not in words("role") and (low in words("kind of body") or low in words("kind of place")):
            yield "kind"
    if (thing := _NOUN.match(after)) and folded(thing[1]) in words("thing"):
        yield "thing"
    if (role := _LEADS.match(after)) and folded(role[1]) in words("role"):
        yield "before a role"
        if folded(role[1]) in _HEADS:
            yield "headed"
    if _SEAT.match(after):
        yield "thing"
    if (thing := _EPONYM.match(after)) and folded(thing[1]) in words("eponym"):
        yield "thing"
    if _OWNS.match(after):
        yield "owns"
    if _AGE.match(after):
        yield "age"
    if _WHO.match(after):
        yield "who"
    if _PARTY.match(after):
        yield "party"
    if (apposition := _APPOSITION.match(after)) and _says_who(folded(apposition[1]).split()):
        yield "apposition"


def _says_who(row: list[str]) -> bool:
    """Tell whether the words behind a comma say what somebody is, and are not a clause of its own: "the mayor said"."""
    at = next((at for at, word in enumerate(row[:3]) if word in titles()), None)
    return at is not None and (at + 1 == len(row) or row[at + 1] not in words("reports"))
