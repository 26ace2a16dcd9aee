"""The gazetteers: what a name can mean, by its key."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from typing import NamedTuple

from tui.extract.countries.words import key_of
from tui.extract.table import DATA, Table, towns


class Kind(StrEnum):
    """How a name stands for a country, and for none."""

    NAME = "name"
    ADJECTIVE = "adjective"
    HISTORIC = "historic"
    SEAT = "seat"
    HINT = "hint"
    PLACE = "place"
    NOTHING = "nothing"


#: Kinds that name the country itself.
NAMING = frozenset({Kind.NAME, Kind.ADJECTIVE, Kind.HISTORIC})


class Sense(NamedTuple):
    """One meaning of a name. ``weight`` is 30 to 90 (see scripts/build_gazetteers.py), 100 for what is no place."""

    code: str
    kind: Kind
    weight: int = 100


class Entry(NamedTuple):
    """What a key can mean, the likeliest sense first; ``word`` and ``person`` warn of other meanings."""

    senses: tuple[Sense, ...]
    word: bool = False
    person: bool = False


#: The weight of a hint that counts unless other countries alone are spoken of.
LIKELY = 50
NOTHING = Entry((Sense("", Kind.NOTHING),))
#: How many words the longest name has that is looked up.
LONGEST = 7
#: Conjunctions and prepositions that Arabic writes onto a name.
ARABIC_PREFIXES = frozenset("وفبلك")


@dataclass
class Gazetteer:
    """Names by key for one language.

    ``names`` holds countries, adjectives, seats and namesakes; ``small`` the adjectives that are written in small
    letters; ``abbreviations`` are matched as written. ``places`` is the table of gazetteer.txt.
    """

    places: Table
    names: dict[str, Entry] = field(default_factory=dict)
    small: dict[str, Entry] = field(default_factory=dict)
    abbreviations: dict[str, Entry] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    historic: dict[str, str] = field(default_factory=dict)

    @cached_property
    def begins_small(self) -> frozenset[str]:
        """The first words of what is looked up though it is written in small letters."""
        namesakes = (key for key, entry in self.names.items() if entry.senses[0].kind is Kind.NOTHING)
        return frozenset(key.partition(" ")[0] for key in (*namesakes, *self.small))

    @cached_property
    def _begins_long(self) -> frozenset[str]:
        """The first words of names of several words."""
        return frozenset(key.partition(" ")[0] for key in self.names if " " in key)

    def goes_on(self, key: str) -> bool:
        """Tell whether a name of several words may begin with a word: few do, so that the longer need not be made."""
        first = key.partition(" ")[0]
        bare = first[1:] if first[:1] in ARABIC_PREFIXES else first
        return first in self._begins_long or bare in self._begins_long or self.places.begins(first)

    def look(self, key: str) -> Entry | None:
        """Return the entry of a capitalised name, places after names."""
        return self.names.get(key) or self.place(key)

    def place(self, key: str) -> Entry | None:
        """Return the entry of a place."""
        row = self.places.find(key)
        if row is None:
            return None
        senses, _, flags = row.partition("\t")
        return Entry(
            tuple(Sense(sense[:2], Kind.PLACE, int(sense[2:])) for sense in senses.split(" ")),
            "w" in flags,
            "p" in flags,
        )


def _lines(name: str) -> list[str]:
    text = (DATA / name).read_text("utf8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def gazetteer(language: str) -> Gazetteer:
    """Return the gazetteer for a language (the first two letters of its tag); English names are always in it."""
    made = Gazetteer(towns())
    _add_cldr(made, language)
    _add_seats(made)
    _add_demonyms(made, language)
    _add_more(made, language)
    for line in _lines("namesakes.txt"):
        made.names.update((key_of(phrase), NOTHING) for phrase in line.split(","))
    for line in _lines("state_abbreviations.txt"):
        code, _, names = line.partition("|")
        made.states.update((name, code) for name in names.split(","))
    return made


def _add(made: Gazetteer, names: str, code: str, kind: Kind) -> None:
    for name in names.split(","):
        made.names[key_of(name)] = Entry((Sense(code, kind),))


def _add_cldr(made: Gazetteer, language: str) -> None:
    for line in _lines("countries.txt"):
        tag, _, pairs = line.partition("\t")
        if tag not in ("en", language):
            continue
        for code, _, name in (pair.partition("=") for pair in pairs.split("\t")):
            if tag == "en":
                made.titles[code] = name
            made.names[key_of(name)] = Entry((Sense(code, Kind.NAME),))


def _add_seats(made: Gazetteer) -> None:
    for line in _lines("seats.txt"):
        code, _, names = line.partition("|")
        for name in names.split(","):
            kind = Kind.HINT if name.endswith(("*", "?")) else Kind.SEAT
            made.names.setdefault(key_of(name), Entry((Sense(code, kind, LIKELY if name.endswith("?") else 100),)))


def _add_demonyms(made: Gazetteer, language: str) -> None:
    for line in _lines("demonyms.txt"):
        code, english, french, german, spanish = line.split("|")
        entry = Entry((Sense(code, Kind.ADJECTIVE),))
        made.names.update((key_of(name), entry) for name in english.split(",") if name)
        forms = {"fr": (french, _french), "de": (german, _german), "es": (spanish, _spanish)}.get(language)
        if forms is None:
            continue
        for name in filter(None, forms[0].split(",")):
            made.small.update((key_of(form), entry) for form in forms[1](name))


def _french(word: str) -> list[str]:
    """Return the four forms of a French adjective."""
    feminine = word + "e"
    if word.endswith("e"):
        feminine = word
    elif word.endswith(("ien", "éen", "on")):
        feminine = word + "ne"
    elif word.endswith("c"):
        feminine = word[:-1] + "que" if word != "grec" else "grecque"
    plural = word if word.endswith("s") else word + "s"
    return [word, feminine, plural, feminine + "s"]


def _german(word: str) -> list[str]:
    """Return the inflected forms of a German adjective or of the name of a people."""
    if word[0].islower():
        return [word + ending for ending in ("", "e", "er", "es", "en", "em")]
    if word.endswith("e"):
        return [word, word + "n", word[:-1] + "in", word[:-1] + "innen", word + "r"]
    return [word + ending for ending in ("", "n", "s", "en", "in", "innen")]


def _spanish(word: str) -> list[str]:
    """Return the forms of a Spanish adjective."""
    if word.endswith("o"):
        return [word, word[:-1] + "a", word + "s", word[:-1] + "as"]
    if word.endswith(("és", "án", "ín", "ón")):
        stem = word[:-2] + {"é": "e", "á": "a", "í": "i", "ó": "o"}[word[-2]] + word[-1]
        return [word, stem + "a", stem + "es", stem + "as"]
    if word.endswith("ol"):
        return [word, word + "a", word + "es", word + "as"]
    return [word, word + "s", word + "es"]


def _add_more(made: Gazetteer, language: str) -> None:
    for line in _lines("countries_more.txt"):
        code, kind, names = line.split("|")
        if kind == "abbr":
            made.abbreviations.update((name, Entry((Sense(code, Kind.NAME),))) for name in names.split(","))
        elif kind == "historic":
            _add(made, names, code, Kind.HISTORIC)
            made.historic[code] = names.split(",")[0]
        elif kind in ("name", language):
            _add(made, names, code, Kind.NAME)
            made.titles.setdefault(code, names.split(",")[0])
