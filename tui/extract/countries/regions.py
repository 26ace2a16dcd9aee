"""Which country a place lies in, where the words around it say so: "Slidell, La.", "the Argentine city of San Juan"."""

from __future__ import annotations

from functools import cache

from tui.extract.countries.article import Text
from tui.extract.countries.contexts import PARTS, TOWNS
from tui.extract.countries.gazetteer import NAMING, Kind
from tui.extract.countries.scan import Match
from tui.extract.countries.words import Word, key_of
from tui.extract.table import DATA

#: The least weight of a capital or a state of the United States.
CAPITAL = 90


@cache
def ambiguous() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return the names that several countries share, with the words of an article that speak for each."""
    text = (DATA / "ambiguous.txt").read_text("utf8")
    table = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, *options = line.split("|")
            pairs = (option.partition("=") for option in options)
            table[key] = [(code, frozenset(map(key_of, cues.split(",")))) for code, _, cues in pairs]
    return table


def region_after(match: Match, text: Text) -> str:
    """Return the code of the state or country that follows a place after a comma ("Slidell, La."), or nothing."""
    here, after = text.words[match.last], text.at(match.last + 1)
    if after is None or match.entry.senses[0].kind is Kind.NOTHING:
        return ""
    state = _state(here, after, text)
    if state:
        return state
    if match.entry.senses[0].kind in NAMING:
        return _american(match, after, text)
    if after.key == "in" and after.joined:
        return _within(match, text)
    if text.flat[here.end : after.start] != ", " or not after.capital:
        return ""
    for last in (match.last + 2, match.last + 1):
        key = " ".join(word.key for word in text.words[match.last + 1 : last + 1])
        entry = text.known.look(key)
        if entry is not None and entry.senses[0].weight >= 80:
            codes = [sense.code for sense in entry.senses if sense.weight >= 80]
            mine = [sense.code for sense in match.entry.senses]
            options = ambiguous().get(key, [])
            codes += [code for code, _ in options]
            return next((code for code in codes if code in mine), "")
    return ""


def _american(match: Match, after: Word, text: Text) -> str:
    """Return US for a country's name that is a town's there, by the state behind it: "Lebanon, Ohio."."""
    town, state, end = text.known.place(match.key), text.known.place(after.key), text.words[match.last].end
    if town is None or state is None or text.flat[end : after.start] != ", ":
        return ""
    stop = text.flat[after.end : after.end + 3]
    ends = stop[:1] in (".", ";", ")", "\n", "") or (stop[:2] == ", " and stop[2:].islower())
    there = any(sense.code == "US" for sense in town.senses)
    return "US" if ends and there and state.senses[0] == ("US", Kind.PLACE, CAPITAL) else ""


def _within(match: Match, text: Text) -> str:
    """Return the code of the country that "in" and its name follow a place: "San Juan in western Argentina"."""
    at = match.last + 2
    word = text.at(at)
    if word is not None and word.key in PARTS:
        word = text.at(at + 1)
    entry = text.known.names.get(word.key) if word is not None and word.capital else None
    code = entry.senses[0].code if entry is not None and entry.senses[0].kind is Kind.NAME else ""
    return code if any(sense.code == code for sense in match.entry.senses) else ""


def region_before(match: Match, text: Text) -> str:
    """Return the code of the country whose town a place is said to be: "the Argentine city of San Juan"."""
    at = match.first - 1
    word = text.at(at)
    if word is not None and word.key == "of":
        at -= 1
        word = text.at(at)
    if word is None or word.key not in TOWNS or word.start in text.opening:
        return ""
    people = text.at(at - 1)
    entry = text.known.names.get(people.key) if people is not None and people.capital else None
    return entry.senses[0].code if entry is not None and entry.senses[0].kind is Kind.ADJECTIVE else ""


def _state(here: Word, after: Word, text: Text) -> str:
    """Return the country of an abbreviated state right after a place and a comma."""
    if text.flat[here.end : after.start] != ", ":
        return ""
    stop = "." if text.flat[after.end : after.end + 1] == "." else ""
    return text.known.states.get(after.text) or text.known.states.get(after.text + stop, "")
