"""How the wording of sentences is read and weighed."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.clean import judge_orders, judge_weights, judge_words, signs


def test_the_words_of_a_sentence_are_told_alone_in_pairs_and_one_apart_with_names_and_prices_as_one() -> None:
    found, number = judge_words.grams("Give Anna £5 on Monday", {"monday": "Day"})
    assert number == 5
    assert found.keys() == {
        *("give", "anna", "Xx", "$0", "on", "monday", "monda*", "Day"),
        *("^ give", "give Xx", "Xx $0", "$0 on", "on Day", "Day $"),
        *("give _ $0", "Xx _ on", "$0 _ Day", "on _ $"),
    }
    assert {"donat*", "@", "0", "at @"} <= judge_words.grams("Donations by 5 at upland.example/give", {})[0].keys()
    assert "Xx" not in judge_words.grams("Ihre Spende", {}, names=False)[0]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a gift of ₹500 or R150 or 20 euros or CHF 30", "a gift of $0 or $0 or $0 or $0"),
        ("Femi Adler covers courts", "femi Xx covers courts"),
        ("Dans l'article d’hier", "dans l' article d' hier"),
        ("I'll do it if I'm asked", "i'll do it if i'm asked"),
        ("It cost 40,000 at 5.30", "it cost 0 at 0"),
    ],
)
def test_sums_names_and_what_lost_its_vowel_are_read_apart(text: str, kinds: str) -> None:
    found, _ = judge_words.grams(text, {})
    assert found.keys() >= {f"{one} {other}" for one, other in pairwise(["^", *kinds.split(), "$"])}


def test_words_weigh_by_the_length_of_their_sentence() -> None:
    rows = [("", -0.5), ("give", 1.2), ("donat*", 0.4), ("^ give", 0.3), ("give _ $", 0.07), ("never", 9.99)]
    wording = judge_words.Wording(rows, {}, names=True)
    assert wording.start == -0.5
    assert wording.weigh("Give today") == pytest.approx(1.57 * judge_words.share(2))
    assert wording.weigh("Donations") == pytest.approx(0.4 * judge_words.share(1))
    assert wording.weigh("Nothing") == 0.0
    assert judge_words.share(1) == judge_words.share(3) > judge_words.share(20)


@given(st.text(alphabet="Give a5 £$.@'’-|Añ\n:/", max_size=60))
def test_a_text_weighs_what_its_grams_do(text: str) -> None:
    counts, number = judge_words.grams(text, {"give": "Day"})
    weights = {gram: 0.25 * (len(gram) - 3) for gram in counts}
    wording = judge_words.Wording(weights.items(), {"give": "Day"}, names=True)
    expected = sum(weights[gram] * often for gram, often in counts.items()) * judge_words.share(number)
    assert wording.weigh(text) == pytest.approx(expected)


def test_fields_are_told_in_their_order_first_last_and_near() -> None:
    found = {"field: deal": [0, 5], "field: reader": [3], "you": [9], "maybe: donation": [1]}
    pairs = judge_orders.orders(found, 10)
    told = [("^", "deal"), ("deal", "reader"), ("reader", "deal"), ("deal", "=you"), ("=you", "$")]
    assert pairs == dict.fromkeys(told, 1)
    weights = judge_orders.table_of_orders()
    assert judge_orders.weigh(found, 10) == pytest.approx(
        sum(weights.get(pair, 0.0) for pair in told) * judge_words.share(10)
    )


@pytest.mark.parametrize("name", ["orders", *(f"words_{language}" for language in sorted(signs.LANGUAGES))])
def test_every_table_of_words_is_sorted_and_leans_both_ways(name: str) -> None:
    lines = (resources.files("tui.clean") / "data" / f"{name}.tsv").read_text("utf-8").splitlines()
    rows = [line.rpartition("\t") for line in lines]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert min(int(row[2]) for row in rows) < 0 < max(int(row[2]) for row in rows)


def test_a_word_is_known_by_its_end_by_what_is_in_it_and_behind_an_article() -> None:
    phrases = signs.Phrases()
    phrases.add("mail", ["*brief", "*spende*", "article", "presse*"])
    known = ["rundbrief", "dauerspenden", "l'article", "presseclub"]
    assert [phrases.find([word]) for word in known] == [{"mail": [0]}] * len(known)
    assert phrases.find(["briefe", "d'art", "compresse"]) == {}
    assert phrases.keys == {"mail"}


def test_more_in_a_title_says_nothing_of_its_matter() -> None:
    assert not judge_weights.manner("Die Fähre fährt nicht mehr", [], "de").matter
    assert judge_weights.manner("Der Streit um den Newsletter", [], "de").matter
