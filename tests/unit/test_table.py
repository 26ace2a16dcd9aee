"""Tables that are looked up in their file's bytes, and what lies in those that ship."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.extract.issues.lexicon import Lexicon, lexicon
from tui.extract.issues.words import tokens_of
from tui.extract.table import DATA, Table

SHIPPED = ("given", "family", "places", "common", "bodies", "background", "gazetteer")
_KEYS = st.text(st.characters(codec="utf-8", exclude_characters="\t\n\r"), min_size=1, max_size=6)


def table_of(rows: dict[str, str]) -> Table:
    """Return the table of a file that has these keys, and what stands behind each."""
    lines = [f"{key}\t{rest}" if rest else key for key, rest in sorted(rows.items())]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.txt"
        path.write_bytes("".join(f"{line}\n" for line in lines).encode())
        table = Table(path)
    return table


@given(st.dictionaries(_KEYS, st.sampled_from(["", "2", "FR90\tw"])), _KEYS)
def test_a_key_is_found_if_it_is_there(rows: dict[str, str], other: str) -> None:
    table = table_of(rows)
    assert list(table) == sorted(rows)
    assert {key: table.find(key) for key in rows} == rows
    assert (other in table) == (other in rows)
    assert table.get(other, "none") == rows.get(other, "none")
    assert "" not in table


_NAMES = st.lists(st.text("abø-", min_size=1, max_size=3), min_size=1, max_size=3).map(" ".join)


@given(st.dictionaries(_NAMES, st.sampled_from(["", "FR90\tw" * 700])), st.text("abø-", min_size=1, max_size=3))
def test_a_word_begins_a_key_if_one_of_several_words_begins_with_it(rows: dict[str, str], word: str) -> None:
    table = table_of(rows)
    assert table.begins(word) == any(key.startswith(f"{word} ") for key in rows)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_table_that_ships_is_in_order(name: str) -> None:
    content = (DATA / f"{name}.txt").read_bytes()
    keys = [line.partition(b"\t")[0] for line in content.split(b"\n")]
    assert keys.pop() == b""
    assert all(one < two for one, two in pairwise(keys))


def known_by(made: Lexicon, text: str) -> set[str]:
    """Return the labels of the issues that a sentence speaks of."""
    tokens = tokens_of(text)
    return {hit.entry.label for hit in made.hits(tokens, range(len(tokens)))}


def test_every_variant_of_the_lexicon_is_made_ready_for_the_text_that_holds_it() -> None:
    made = lexicon.__wrapped__()
    waiting = [(written, entry.label) for rows in made.waiting.values() for written, entry in rows]
    assert len(waiting) > 5_000
    missed = [
        (written, label)
        for written, label in waiting
        if label not in known_by(made, written.removeprefix("~").replace(" + ", " "))
    ]
    assert missed == []
    assert not made.waiting
