from __future__ import annotations

import re
from random import Random

import pytest
from edits import Draft
from shelf import article, bookmark, spans

from tui import anchors
from tui.model import Article, Block, BlockKind, Selector, Span

QUAY = "The two sides met on the quay. “We agreed to go on talking,” Ms Nowak said. “It is also not much.”"
BORDER = "Mr Vale would not be drawn on the border. “There is no deadline,” he said."
ENVOY = "The envoy, who has run the talks since March, left without a word."


def _surfaces(now: Article, found: tuple[Span, ...] | None) -> list[str] | None:
    return None if found is None else [now.surface(span) for span in found]


def _found(was: Article, now: Article, *words: str) -> list[str] | None:
    return _surfaces(now, anchors.locate(now, anchors.make(was, spans(was, *words)), was=was))


def _unseen(was: Article, now: Article, *words: str) -> list[str] | None:
    return _surfaces(now, anchors.locate(now, anchors.make(was, spans(was, *words))))


def test_selectors_hold_words_and_their_surroundings() -> None:
    made = anchors.make(article(QUAY), spans(article(QUAY), "We agreed to go on talking,", "It is also not much."))
    assert [(part.exact, part.span) for part in made] == [
        ("We agreed to go on talking,", Span(1, 32, 59)),
        ("It is also not much.", Span(1, 77, 97)),
    ]
    assert made[0].prefix == "The two sides met on the quay. “"
    assert made[0].suffix == "” Ms Nowak said. “It is also not"
    assert made[1].suffix == "”"
    assert all(len(part.prefix) <= 32 and len(part.suffix) <= 32 for part in made)


@pytest.mark.parametrize(
    "now",
    [
        pytest.param((QUAY, BORDER, ENVOY), id="as it was"),
        pytest.param(("A new beginning.", "And another.", QUAY, BORDER, ENVOY), id="paragraphs before"),
        pytest.param((ENVOY, BORDER, QUAY), id="paragraphs in another order"),
        pytest.param((QUAY.upper()[:30] + QUAY[30:], BORDER), id="capitals before it"),
        pytest.param((QUAY.replace(" ", "\u00a0", 4), BORDER), id="other spaces"),
        pytest.param(
            (QUAY.replace("The two sides met", "Both delegations met on Tuesday"), BORDER), id="edited before"
        ),
        pytest.param((QUAY.replace("Ms Nowak said", "Ms Nowak told reporters"), BORDER), id="edited between the parts"),
        pytest.param((QUAY + " She then left for the ferry. " + ENVOY,), id="paragraphs joined"),
        pytest.param(("The two sides met on the quay.", QUAY[31:], BORDER), id="paragraph split"),
        pytest.param((QUAY.replace("“", '"').replace("”", '"'), BORDER), id="plain marks"),
    ],
)
def test_words_are_found_again_when_the_rest_has_changed(now: tuple[str, ...]) -> None:
    was = article(QUAY, BORDER, ENVOY)
    assert _found(was, article(*now), "We agreed to go on talking,", "It is also not much.") == [
        "We agreed to go on talking,", "It is also not much.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "edited"),
    [
        ("We agreed to go on talking,", "We agreed to go on with the talking,"),
        ("We agreed to go on talking,", "We have agreed to go on talking,"),
        ("We agreed to go on talking,", "We agreed to keep on talking,"),
    ],
)
def test_edited_words_are_found(words: str, edited: str) -> None:
    assert _found(article(QUAY, BORDER), article(QUAY.replace(words, edited), BORDER), words) == [edited]


@pytest.mark.parametrize(
    "now",
    [
        pytest.param((BORDER, ENVOY), id="paragraph gone"),
        pytest.param((QUAY.replace("We agreed to go on talking,", "No,"), BORDER), id="words gone"),
        pytest.param(
            (QUAY.replace("We agreed to go on talking,", "They have never sat down at all,"),), id="other words"
        ),
        pytest.param((QUAY.replace("It is also not much.", "Well."), BORDER), id="a part gone"),
        pytest.param((QUAY[77:] + " " + QUAY[:75], BORDER), id="parts in another order"),
        pytest.param((QUAY[:62], QUAY[62:], BORDER), id="parts in two paragraphs"),
        pytest.param((), id="nothing left"),
    ],
)
def test_words_that_are_gone_are_adrift(now: tuple[str, ...]) -> None:
    empty = Article("s", "", ())
    changed = article(*now) if now else empty
    assert _found(article(QUAY, BORDER, ENVOY), changed, "We agreed to go on talking,", "It is also not much.") is None


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        pytest.param(
            ("“No comment,” she said.", "Then a pause.", "“No comment,” she said."),
            ("Then a pause.", "“No comment,” she said."),
            "No comment,",
            id="the same paragraph again",
        ),
        pytest.param(
            ("The vote on Monday was 5 to 3 for the dam.", "The vote on Friday was 6 to 2 for the dam."),
            ("The vote on Friday was 6 to 2 for the dam.",),
            "vote on Monday was 5 to 3 for the dam",
            id="a paragraph like it",
        ),
        pytest.param(
            ("“We will not sell the dam,” she said. “We will not sell the quay,” he said.",),
            ("“We will not sell the quay,” he said.",),
            "We will not sell the dam,",
            id="a sentence like it",
        ),
        pytest.param(
            ("“We will stay,” said one. A second left. “We will stay,” said another.",),
            ("A second left. “We will stay,” said another.",),
            "We will stay,",
            id="the same words of another speaker",
        ),
    ],
)
def test_no_other_passage_takes_the_place(was: tuple[str, ...], now: tuple[str, ...], words: str) -> None:
    assert _found(article(*was), article(*now), words) is None


def test_second_of_two_twins_is_told_apart_by_its_neighbours() -> None:
    was = article("One thing.", "“No comment,” she said.", "Then a pause.", "“No comment,” she said.", "The end.")
    now = article("“No comment,” she said.", "The end.")
    second = anchors.make(was, [Span(4, 1, 12)])
    assert anchors.locate(now, second, was=was) == (Span(1, 1, 12),)
    first = anchors.make(was, [Span(2, 1, 12)])
    assert anchors.locate(now, first, was=was) is None


def test_selection_over_paragraphs_stays_in_one_piece() -> None:
    was = article(QUAY, BORDER, ENVOY)
    parts = (Span(1, 60, 97), Span(2, 0, 41))
    selectors = anchors.make(was, parts)
    assert anchors.locate(article(ENVOY, QUAY, BORDER), selectors, was=was) == (Span(2, 60, 97), Span(3, 0, 41))
    assert anchors.locate(article(QUAY, ENVOY, BORDER), selectors, was=was) is None
    picture = Block(BlockKind.IMAGE, "The quay", href="https://courier.example/quay.jpg")
    blocks = article(QUAY, BORDER).blocks
    illustrated = Article("s", "", (*blocks[:2], picture, blocks[2]))
    assert anchors.locate(illustrated, selectors, was=was) == (Span(1, 60, 97), Span(3, 0, 41))
    assert anchors.locate(illustrated, selectors) is None  # without the old text, whatever lies between is too much


def test_words_alone_are_enough_where_the_old_text_is_not_known() -> None:
    was, now = article(QUAY, BORDER), article("A new beginning.", BORDER, "Well. " + QUAY)
    assert _unseen(was, now, "We agreed to go on talking,", "It is also not much.") == [
        "We agreed to go on talking,", "It is also not much.",
    ]  # fmt: skip
    edited = article("Begin.", QUAY.replace("met on the quay", "met at the quay"))
    assert _unseen(was, edited, "The two sides met on the quay.") == ["The two sides met at the quay."]


def test_same_words_in_strange_surroundings_are_not_enough() -> None:
    was = article(QUAY, BORDER)
    assert (
        _unseen(was, article("She was asked when. “There is no deadline,” wrote the Courier."), "There is no") is None
    )
    assert _unseen(was, article(BORDER, BORDER), "There is no deadline") == ["There is no deadline"]
    assert _unseen(was, article(BORDER, ENVOY, BORDER), "There is no deadline") is None


def test_selector_of_another_program_may_reach_over_paragraphs() -> None:
    selector = Selector(
        "There is no deadline",
        "not much.” Mr Vale would not be drawn on the border. “",
        ",” he said. The envoy,",
        Span(0, 0, 20),
    )
    now = article("A beginning.", QUAY, BORDER, ENVOY)
    assert _surfaces(now, anchors.locate(now, [selector])) == ["There is no deadline"]


def test_bare_words_must_be_long_and_stand_once() -> None:
    def bare(words: str) -> list[Selector]:
        return [Selector(words, "", "", Span(0, 0, len(words)))]

    now = article(QUAY, BORDER)
    assert _surfaces(now, anchors.locate(now, bare("We agreed to go on talking"))) == ["We agreed to go on talking"]
    assert anchors.locate(now, bare("the")) is None
    assert anchors.locate(article(QUAY, QUAY), bare("We agreed to go on talking")) is None
    assert anchors.locate(now, []) is None


def test_positions_that_are_none_do_no_harm() -> None:
    was, now = article(QUAY), article("Well.", QUAY)
    for span in (Span(-1, 0, 5), Span(9, 0, 5), Span(1, 5, 5), Span(1, 90, 900)):
        selector = Selector("We agreed to go on talking,", "sides met on the quay. “", "” Ms Nowak said.", span)
        assert _surfaces(now, anchors.locate(now, [selector], was=was)) == ["We agreed to go on talking,"]


def test_kept_words_stay_while_their_place_moves() -> None:
    was = article(QUAY, BORDER)
    now = article("Well.", QUAY.replace("We agreed", "We have agreed"), BORDER)
    kept = bookmark(was, "We agreed to go on talking,")
    found = anchors.locate(now, kept.selectors, was=was)
    assert found is not None
    (moved,) = anchors.moved(now, kept.selectors, found)
    assert moved.exact == "We agreed to go on talking,"
    assert now.surface(moved.span) == "We have agreed to go on talking,"
    assert anchors.stands(now, [moved])


def _passage(draft: Draft, was: Article, least: int) -> tuple[Span, ...]:
    """Return a passage of at least so many words, if its paragraph has them, or two parts of one paragraph."""
    rng = draft.rng
    block = rng.randrange(len(was.blocks))
    words = [match.span() for match in re.finditer(r"\S+", was.blocks[block].text)]
    count = rng.randint(min(least, len(words)), min(len(words), 25))
    first = rng.randint(0, len(words) - count)
    if count >= 6 and rng.random() < 0.2:
        third = count // 3
        end = words[first + third - 1][1]
        return Span(block, words[first][0], end), Span(block, words[first + 2 * third][0], words[first + count - 1][1])
    return (Span(block, words[first][0], words[first + count - 1][1]),)


def _trial(seed: int, *, kept: bool, repeating: bool) -> tuple[bool, bool]:
    """Mark a passage, edit the text up to eight times, and return whether it was found, and whether it was wrong."""
    draft = Draft.invented(Random(seed), repeating=repeating)
    was = draft.article()
    marked = _passage(draft, was, 1 if repeating else 4)
    numbers = [frozenset(draft.numbers(span)) for span in marked]
    for _ in range(draft.rng.randint(1, 8)):
        draft.edit(frozenset().union(*numbers) if kept else frozenset(), calm=not repeating)
    found = anchors.locate(draft.article(), anchors.make(was, marked), was=was)
    descends = [
        2 * sum(number in part for number in draft.numbers(span)) >= span.end - span.start
        for span, part in zip(found or (), numbers, strict=False)
    ]
    return found is not None, not all(descends)


@pytest.mark.long
def test_ten_thousand_edits_never_anchor_to_what_does_not_descend(share: float) -> None:
    """Texts of few and repeating sentences, with lines moved, joined, split and copied with changes."""
    trials = [_trial(seed, kept=seed % 2 == 0, repeating=True) for seed in range(int(10_000 * share))]
    assert [seed for seed, (_, wrong) in enumerate(trials) if wrong] == []
    assert sum(found for found, _ in trials) > 0.7 * len(trials)


@pytest.mark.long
def test_passage_is_found_after_edits_elsewhere(share: float) -> None:
    trials = [_trial(seed, kept=True, repeating=False) for seed in range(int(5_000 * share))]
    assert [seed for seed, (_, wrong) in enumerate(trials) if wrong] == []
    assert sum(found for found, _ in trials) >= 0.97 * len(trials)
