"""Stretches of text that may name a person: what the tagger found, cut and grown to a name, and what patterns find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from tui.extract.people.lists import common, demonyms, family, folded, given, places, words
from tui.extract.people.scanning import Part, each_at, parts, words_before

POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
# What parts two names inside one tagged stretch: the last one is meant.
_PARTING = re.compile(r".*(?:['’]s (?=[A-Z])| [-–—|/] )", re.DOTALL)
# ... and where the first one ends: "Soná [Veraguas", "Rafael Zubiri y Ana Mena".
_CUT = re.compile(r" (?:[\[(]|(y|e) (?=([A-Z][\w’'-]+) [A-Z]))")
# A place as the first part of a word: "Hong Kong-listed".
_COMPOUND = re.compile(
    r"-(?:based|born|listed|led|backed|owned|style|trained|bound|run|era|made|speaking|educated|funded)$"
)
_OF = re.compile(r"\b of (?:the )?[A-Z]")
AL = re.compile(r"(?:al|el|an|as|ar|ash|ad|az|at|ud|ur|e|d)[-’'][A-Z]")
# Words are bounded, so that no hostile text makes a search slow.
MIXED = r"(?>[A-Z][\w’'-]{0,30}?[^\W\d_A-Z][\w’'-]{0,30})"
CAP = rf"(?:{MIXED}|[A-Z]\.|Mc[A-Z]\w{{1,30}}|O[’'][A-Z]\w{{1,30}})"
PARTICLES = r"(?:(?:de|la|las|los|van|von|der|den|bin|bint|ibn|al|el|da|do|dos|du|del|di|ben|ter|ten|ap|’t|y|e) ){0,2}"


#: No name has more words, titles before it included.
_LONGEST = 20


@lru_cache(1)
def titles() -> frozenset[str]:
    """Return the words that may lead up to a name without being part of it."""
    return words("honorific") | words("role") | words("role filler")


_CALLING_NAME = re.compile(r"[a-z]{3,}(?:ologist|ographer|(?<!mak)er|or|ist)|(?!hu|otto)[a-z]{2,}(?:wo)?man")


def is_calling(low: str) -> bool:
    """Tell whether a word that no list holds says by its ending what somebody is, as the rarer words in -er do."""
    return _CALLING_NAME.fullmatch(low) is not None and low not in demonyms() and low not in common()


def is_given(low: str) -> bool:
    """Tell whether a word is a given name that tells something by itself."""
    return low in given() and low not in words("ambiguous given") and low not in words("never")


def is_eastern_family(low: str) -> bool:
    """Tell whether a word is a Korean or Chinese family name, and no English word that a sentence may begin with."""
    return low in words("eastern family") and low not in words("never") and (len(low) == 2 or low not in common())


def is_hyphened_eastern(name: str) -> bool:
    """Tell whether a name has the form that Korean and Chinese ones alone have: "Ban Ki-moon"."""
    first, _, rest = name.partition(" ")
    return _SYLLABLES.fullmatch(rest) is not None and folded(first) in words("eastern family")


_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}[-‐‑][A-Za-z][a-z]{1,5}")


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Cut a stretch down to the name in it, if any: possessives, titles, nationalities and small words off."""
    if parting := _PARTING.match(text, start, end):
        start = parting.end()
    if (cut := _CUT.search(text, start, end)) and (not cut[1] or is_given(folded(cut[2]))):
        end = cut.start()
    if of := _OF.search(text, start, end):
        end = of.start()
    found = _one_sentence(text, parts(text, start, end))
    if len(found) > _LONGEST or (found and "-" in found[-1].low and _COMPOUND.search(found[-1].low)):
        return None
    if found and found[-1].low.endswith("s") and (owner := POSSESSIVE.search(text, found[-1].start, found[-1].end)):
        found[-1] = Part(found[-1].start, owner.start(), folded(text[found[-1].start : owner.start()]))
    found = _without_lead(text, _without_tail(text, _whole(text, found)))
    if not found or (len(found) == 1 and _is_no_name(text, found[0])):
        return None
    found[0] = found[0]._replace(start=_with_okina(text, found[0].start))
    last = found[-1]
    if text[last.end - 1] == "." and not (len(last.low) == 1 or "." in last.low or last.low in words("suffix")):
        return found[0].start, last.end - 1
    return found[0].start, last.end


_CLOSING = re.compile(r"(?<=[\w.,!?])[’'](?!\w)")


def _with_okina(text: str, start: int) -> int:
    """Return where a name begins that is written with a Polynesian ʻokina before its first letter.

    Newspapers write an apostrophe for it: one that opens no quotation, since none closes it.
    """
    before = text[max(0, start - 2) : start]
    if before[-1:] in ("ʻ", "ʼ"):
        return start - 1
    if before[-1:] in ("'", "’", "‘") and before[:-1] in ("", " ", "\n", "(", "“"):
        stop = text.find("\n", start)
        return start if _CLOSING.search(text, start, stop if stop >= 0 else len(text)) else start - 1
    return start


_NUMERALS = frozenset({"ii", "iii", "iv"})
_BEGINS = re.compile(r"(?:^|[.!?”\"’\n] ?)$")
# A rank in short behind a word, or a party and state: "Lance Cpl.", "D-Mass.".
_RANK = re.compile(r"\.? (?:Cpl|Maj|Gen|Sgt|Lt|Col|Adm|Cmdr|Insp|Supt|Const)\b")
_PARTY = re.compile(r"[DRI]-[A-Z]")


def _is_no_name(text: str, part: Part) -> bool:
    """Tell whether a word that stands alone names nobody: a people, a title, a rank, a party."""
    low = part.low
    if low in demonyms() or low in words("never") or low in words("divine"):
        return True
    if _RANK.match(text, part.end) or _PARTY.match(text, part.start):
        return True
    if low in words("honorific") and "." in text[part.end - 1 : part.end + 1]:
        return True
    singular = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
    return not titles().isdisjoint((low, singular)) and low not in given() and low not in family()


def _one_sentence(text: str, found: list[Part]) -> list[Part]:
    """Drop what stands behind a full stop inside a stretch, and a verb or number that begins or ends a sentence there.

    "The adviser, Choi Soon-sil. Choi was ...", "World War II. Harding has ...", "“No.” Said Ellis: ...".
    """
    for at, part in enumerate(found[:-1]):
        stop = text[part.end - 1] == "." and len(part.low) > 2 and "." not in part.low
        if stop and part.low not in words("suffix") and part.low not in titles():
            return found[: at + 1]
    return found[1:] if len(found) > 1 and _is_left_over(text, found[0]) else found


def _is_left_over(text: str, part: Part) -> bool:
    """Tell whether a word before a name ends or begins a sentence: a numeral, "Said"."""
    begins = _BEGINS.search(text, max(0, part.start - 3), part.start) is not None
    return part.low in _NUMERALS or (begins and part.low in words("reports"))


def _whole(text: str, found: list[Part]) -> list[Part]:
    """Return the longest stretch of words without a small word that is in no name: "Clinton tapped Kaine" holds two."""
    runs: list[list[Part]] = [[]]
    for part in found:
        small = text[part.start].islower() and part.low not in words("particle") and not AL.match(text, part.start)
        if small and part.low not in titles():
            runs.append([])
        else:
            runs[-1].append(part)
    return max(runs, key=len)


def _without_tail(text: str, found: list[Part]) -> list[Part]:
    found = list(found)
    while found:
        last = found[-1]
        small = text[last.start].islower() and not AL.match(text, last.start)
        stop = text[last.end - 1] == "." or text[last.end : last.end + 1] == "."
        title = last.low in words("honorific") and (stop or last.low not in family()) and len(found) > 1
        shouted = text[last.start : last.end].rstrip(".").isupper()
        title |= last.low in words("post-nominal") and shouted and len(found) > 2
        title |= last.low in titles() and last.low not in family() and len(found) > 2
        named = len(found) == 2 and found[0].low in given() and found[0].low not in demonyms()
        people = len(found) > 1 and last.low in demonyms() and last.low not in family() and not named
        if not (small or title or people or last.low in words("never")):
            break
        found.pop()
    return found


def _without_lead(text: str, found: list[Part]) -> list[Part]:
    """Drop all before and with the last title, then nationalities and small words."""
    for at in range(len(found) - 2, -1, -1):
        sure = text[found[at].start].islower() or (at and _is_acronym(text, found[at]))
        if _is_title(found, at) or (sure and found[at].low in titles()):
            found = found[at + 1 :]
            break
    if len(found) > 3 and [part.low for part in found[:2]] == ["h", "e"]:
        found = found[2:]
    if len(found) > 2 and _is_acronym(text, found[0]) and not _is_acronym(text, found[1]):
        found = found[1:]
    if len(found) > 1 and _only_begins(text, found[0]):
        found = found[1:]
    for at in range(len(found) - 2, 0, -1):
        if is_given(found[at].low) and all(_is_other(part.low) or part.low in demonyms() for part in found[:at]):
            found = found[at:]
            break
    if len(found) > 2 and is_calling(found[0].low) and found[0].low not in given():
        found = found[1:]
    while len(found) > 1 and found[0].low in demonyms() and (len(found) > 2 or found[0].low not in family()):
        found = found[1:]
    while found and _leads_nothing(text, found[0]) and not (len(found) > 1 and is_given(found[0].low)):
        found = found[1:]
    return found


def _is_acronym(text: str, part: Part) -> bool:
    """Tell whether a word is written in three capitals or more: a body's short name or a title, before a name."""
    return len(part.low) > 2 and "." not in part.low and text[part.start : part.end].isupper()


def _only_begins(text: str, part: Part) -> bool:
    """Tell whether a word has a capital before a name because a sentence begins there: "Fortunately Ada Marsh"."""
    low = part.low
    adverb = low.endswith("ly") and len(low) > 5
    name = not (low in common() or adverb) or low in words("eastern family")
    name |= low in given() or low in family() or low in places()
    return not name and _BEGINS.search(text, max(0, part.start - 3), part.start) is not None


#: Titles that are surnames too, and are taken for these before a name that only a ruler can have.
_REIGNING = frozenset({"king", "queen", "prince", "princess", "sultan", "pope"})


def _is_title(found: list[Part], at: int) -> bool:
    """Tell whether the word at ``at`` is a title before a name, and not a name that sounds like one (Dean Smith)."""
    low = found[at].low
    rest = [part.low for part in found[at + 1 :] if part.low not in words("suffix")]
    if low not in titles() or not rest:
        return False
    if low in words("rather given") and len(rest) < 3:
        return False
    if at == 0 and low in _REIGNING and rest[0] not in family():
        return True
    if low == "tan" and rest[0] not in ("seri", "sri"):
        return False
    either = low in words("ambiguous given") or (low in words("role") and low not in words("honorific"))
    if at == 0 and either and low in given():
        return len(rest) > 1 or rest[0] in given()
    return at == 0 or low not in family() or found[at - 1].low in titles() or low in words("honorific")


def _is_other(low: str) -> bool:
    """Tell whether a word before a given name belongs to something else: "Texas Ada Marsh", "Wing Ada Marsh"."""
    return low not in given() and (low in common() or low in words("body") or places().get(low) == "2")


def _leads_nothing(text: str, part: Part) -> bool:
    if len(part.low) == 1 and text[part.start].isupper() and text[part.end - 1] == ".":
        return False
    return part.low in words("never") or (
        text[part.start].islower() and part.low not in words("particle") and not AL.match(text, part.start)
    )


_NAME = rf"(?<![\w’'-]){CAP}(?: {PARTICLES}(?:[AaEe]l-)?{CAP}){{0,3}}"
_HONORIFIC = re.compile(
    rf"\b(?:Mrs?|Ms|Miss|Mx|Drs?|Sir|Dame|Lord|Lady|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Rev|Judge|Justice|Sheikh|Imam"
    rf"|Ayatollah|Cardinal|Archbishop|Professor|Senator|Congress(?:wo)?man|Detective|Inspector|Sergeant|Presidents?|Chancellor"
    rf"|Mme|Madame|Monsieur|Herr|Frau|Señora?|Messrs|Ministers|Senators)\b\.? ({_NAME})(?: and ({_NAME}))?"
)
_SEVERAL = re.compile(r"(?:Presidents|Messrs|Ministers|Senators|Drs)\b")
_FULL = re.compile(rf"(?<![\w’'-]){CAP}(?: {PARTICLES}(?:[AaEe]l-)?{CAP}){{1,4}}")


@lru_cache(1)
def _speaking() -> re.Pattern[str]:
    reports = "|".join(sorted(words("reports")))
    said = r" (?:also |later |then )?(?:said|says|told|added|argued|explained|noted)\b"
    before = r"(?<=[^\W\d_A-Z,”\"] )(?P<before>)"
    behind = rf"(?P<behind>(?<=[,”\"’] (?:said|says|told) )|(?:[”\"’],?|,) (?:{reports}) )"
    aged = r", (?:\(?\d\d[,)]|(?:an?|the) \d\d-year-old)"
    # One pattern of a name for all: it takes a millisecond to compile.
    return re.compile(
        rf"(?:{before}|{behind}|(?<![\w.] ))(?P<name>{_NAME})(?(before)(?={said})|(?(behind)(?=[,.])|(?={aged})))"
    )


# Patterns of whole names compile slowly: these only for a text that has what tells them.
_CALLING = re.compile(" (?:called|named|nicknamed|surnamed|known as) [A-Z]")
_CALLED = (
    rf"(?<![\w’'-])([\w’'-]{{1,30}}),? (?:is |was )?(called|named|nicknamed|surnamed|known as) ({_NAME})(?![\w’'-])"
)


# One who reigns behind a title, perhaps with a comma: "the oba, Ewuare II", "King Letsie III".
_REIGNS = re.compile(
    r"(?<![\w’'-])([\w’'-]{2,20}),? ([A-Z][\w’'-]{1,20} (?:I{1,3}|I?V|VI{1,3}|I?X|XI{1,3}|XI?V|XVI{0,3}))(?![\w’'-])"
)


# A nickname in marks inside a name: "Margaret “Peggy” Ashworth", "Robert C. (Bob) Marsh".
_NICKNAME = r"[“\"‘'(](?:[Tt]he )?(?:[A-Z][\w.’'-]{0,20} ?){1,2}[”\"’')]"
NICKNAMED = re.compile(rf" {_NICKNAME}")
_NICKNAMED = (
    rf"(?<![\w’'-])({CAP}(?: [A-Z]\.|(?: {CAP})?)) {_NICKNAME} {PARTICLES}{CAP}"
    rf"(?:,? (?:(?:Jr|Sr)\b\.?|I{{2,3}}\b|IV\b))?(?! {CAP})"
)


# Initials and a name: "R.K. Bhatt", "J. W. Marsh".
_INITIALS = re.compile(rf"(?<![\w.’'-])((?:[A-Z]\. ?){{1,3}}(?<!\. )) ?{PARTICLES}{MIXED}(?: {MIXED})?")
_STATES = frozenset("U.S. U.N. U.K. E.U. D.C. U.A.E. U.S.S.R. A.I. P.M. A.M. L.A. N.Y. N.J. B.C. A.D. U.S.A.".split())
_AGED = rf"\b\d{{1,3}}-year-old ({_NAME})"


_ROLE = re.compile(rf"(?<![\w’'-])([\w-]{{1,30}}\.?) ({CAP}(?: {PARTICLES}(?:[AaEe]l-)?{CAP}){{1,3}})")
_EASTERN = re.compile(r"\b([A-Z][a-z]+) [A-Z][a-z]+(?:-[A-Za-z][a-z]+| [A-Z][a-z]{1,4}\b)?(?![\w’'-]{0,30}[A-Z])")
_BIN = re.compile(" (?:bin|bint|binti|ibn) ")
_PATRONYMIC = (
    rf"(?<![\w’'-]){CAP}(?: {CAP}){{0,2}}(?: (?:bin|bint|binti|ibn) {CAP}(?: [Aa]l[ -]{CAP}| {CAP}){{0,2}}){{1,4}}"
)


def _end_of_name(row: list[Part]) -> int:
    """Return where a name ends that goes on at most to the first possessive: "Ada Marsh’s Labour Party"."""
    return next((part.end for part in row[1:] if POSSESSIVE.search(part.low)), row[-1].end)


class Pattern(NamedTuple):
    """A stretch that a pattern takes for a person's name, with what speaks for it."""

    start: int
    end: int
    cue: str


# What may stand before a name that is said to speak, where it is part of the match.
_MARK = re.compile('[”"’,](?=,? [a-z])')
# The numeral of one who reigns, behind a word.
_NUMERAL = re.compile(r"[IVX](?<=[\w’'-] .)[IVX]*(?![\w’'-])")
# A capitalised word behind another word, with a further one behind it, perhaps past particles.
_TWO_CAPITALS = re.compile(rf"[A-Z](?<=[\w.-] .)(?=[\w.’'-]* {PARTICLES}(?:[AaEe]l-)?[A-Z])")


def _has_numeral(text: str) -> bool:
    """Tell whether a numeral stands behind a capitalised word anywhere."""
    before = (text.rfind(" ", 0, found.start() - 1) + 1 for found in _NUMERAL.finditer(text))
    return any("A" <= text[at] <= "Z" for at in before)


def patterns(text: str, begins: list[int]) -> Iterator[Pattern]:
    """Yield stretches after an honorific, beginning with a known given name, beside a verb of saying, before an age.

    ``begins`` is where names may begin, as ``capitals`` gives it.
    """
    for found in each_at(_HONORIFIC, text, begins):
        yield Pattern(*found.span(1), "honorific")
        if found[2] and _SEVERAL.match(found[0]):
            yield Pattern(*found.span(2), "honorific")
    for found in each_at(_FULL, text, begins):
        row = parts(text, *found.span())
        for at, part in enumerate(row[:-1]):
            if is_given(part.low) and text[part.start].isupper() and not POSSESSIVE.search(part.low):
                yield Pattern(part.start, _end_of_name(row[at : at + 4]), "given")
                break
    for found in filter(None, map(partial(_ROLE.match, text), words_before(text, _TWO_CAPITALS))):
        if not titles().isdisjoint((low := folded(found[1]).rstrip("."), low.removesuffix("s"))):
            yield Pattern(*found.span(2), "led up to")
    for found in filter(None, map(partial(_EASTERN.match, text), begins)):
        if is_eastern_family(folded(found[1])) or is_hyphened_eastern(found[0]):
            yield Pattern(*found.span(), "eastern")
    for found in _REIGNS.finditer(text) if _has_numeral(text) else ():
        if folded(found[1]) in words("honorific"):
            yield Pattern(*found.span(2), "called")
    for found in each_at(re.compile(_NICKNAMED), text, begins) if NICKNAMED.search(text) else ():
        yield Pattern(*found.span(), "nickname")
    for found in each_at(re.compile(_PATRONYMIC), text, begins) if _BIN.search(text) else ():
        yield Pattern(*found.span(), "patronymic")
    for found in re.finditer(_CALLED, text) if _CALLING.search(text) else ():
        if folded(found[1]) in words("role") or found[2] == "surnamed":
            yield Pattern(*found.span(3), "called")
    for found in each_at(_INITIALS, text, begins):
        if found[1] not in _STATES:
            yield Pattern(*found.span(), "initials")
    for found in re.finditer(_AGED, text) if "-year-old " in text else ():
        yield Pattern(*found.span(1), "aged")
    for found in each_at(_speaking(), text, sorted([*begins, *(mark.start() for mark in _MARK.finditer(text))])):
        yield Pattern(*found.span("name"), "says")
