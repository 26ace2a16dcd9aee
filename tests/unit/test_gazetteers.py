"""The gazetteers as files and as tables: small, well-formed, in order, and asked for each word of a text once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from tui.extract.countries.gazetteer import LONGEST, Entry, Gazetteer, gazetteer
from tui.extract.countries.scan import scan
from tui.extract.countries.words import key_of, words_of
from tui.extract.table import DATA

FILES = "gazetteer countries countries_more demonyms seats namesakes ambiguous state_abbreviations places".split()
ROW = re.compile(r"(?P<key>[^\t]+)\t(?P<senses>[A-Z]{2}\d\d(?: [A-Z]{2}\d\d){0,4})\t(?P<flags>w?p?)")


def rows() -> list[str]:
    text = (DATA / "gazetteer.txt").read_text("utf-8")
    assert text.endswith("\n")
    return text.removesuffix("\n").split("\n")


def test_they_weigh_less_than_three_megabytes() -> None:
    assert sum((DATA / f"{name}.txt").stat().st_size for name in FILES) < 3_000_000


def test_every_row_has_a_key_senses_and_flags() -> None:
    assert [row for row in rows() if not ROW.fullmatch(row)] == []


def test_keys_stand_once_and_in_the_order_of_their_bytes() -> None:
    keys = [row.partition("\t")[0].encode() for row in rows()]
    assert all(one < two for one, two in pairwise(keys))


def test_keys_are_what_a_text_is_looked_up_by() -> None:
    keys = [row.partition("\t")[0] for row in rows()[::7]]
    assert [key for key in keys if key_of(key) != key] == []


@pytest.mark.parametrize("key", ["paris", "georgia", "new south wales", "zzyzx of nowhere"])
def test_the_table_finds_what_the_file_holds(key: str) -> None:
    known = {row.partition("\t")[0]: row for row in rows()}
    found = gazetteer("en").place(key)
    senses = known[key].split("\t")[1].split(" ") if key in known else []
    assert [f"{sense.code}{sense.weight}" for sense in (found.senses if found else ())] == senses


@dataclass
class Counting(Gazetteer):
    """The English gazetteer, which counts how often it is asked."""

    asked: list[str] = field(default_factory=list)

    def look(self, key: str) -> Entry | None:
        self.asked.append(key)
        return super().look(key)


def counting() -> Counting:
    known = gazetteer("en")
    return Counting(known.places, known.names, known.small, known.abbreviations, known.states)


TEXT = (
    "The Harbour Board of Upland met in Paris, New South Wales and the Isle of Wight while Anna Nowak spoke in Bonn, "
)


def test_a_text_is_passed_once_whatever_its_length() -> None:
    asked = []
    for times in (1, 2, 50):
        known = counting()
        found = list(scan(words_of(TEXT * times), known))
        assert len(found) == times * len(list(scan(words_of(TEXT), counting())))
        asked.append(len(known.asked))
    assert asked[1] == 2 * asked[0] and asked[2] == 50 * asked[0]
    assert asked[0] <= LONGEST * sum(word.capital for word in words_of(TEXT))


def test_small_letters_are_not_looked_up_as_places() -> None:
    known = counting()
    list(scan(words_of("they turn to the reading of nice split pieces in a hurry"), known))
    assert known.asked == []
