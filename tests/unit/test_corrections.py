"""Corrections as pure functions: passages restored and cut, what is repeated, and entries of the panel."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from shelf import article

from tui.corrections import Correction, apply, apply_reading, key, origins, renamed
from tui.model import (
    Article,
    Block,
    BlockKind,
    Country,
    CountryMention,
    Issue,
    Link,
    Person,
    Quote,
    Reading,
    Reason,
    Removed,
    Span,
)

PLEA = "Please give us five pounds a month."
TEXTS = ("It was mostly handshakes on the quay.", "Tell your friends. The talks go on. We thank you.", "The end came.")


def made() -> Article:
    kept = article(*TEXTS)
    removed = (
        Removed("Sign up here.", 1, Reason.NEWSLETTER),
        Removed(PLEA, 1, Reason.DONATION, BlockKind.LIST_ITEM),
        Removed("Read more.", 1, Reason.RELATED),
    )
    return replace(kept, removed=removed)


def texts(kept: Article) -> list[str]:
    return [block.text for block in kept.blocks[1:]]


def restore(text: str) -> Correction:
    return Correction("restore", text)


def cut(text: str, **more: object) -> Correction:
    return Correction("cut", text, **more)  # type: ignore[arg-type]  # the fields of a test are right, or it fails


def test_a_passage_is_restored_in_its_place() -> None:
    now = apply(made(), [restore("please GIVE us  five pounds a month.")])
    assert texts(now) == [TEXTS[0], PLEA, *TEXTS[1:]]
    assert now.blocks[2].kind is BlockKind.LIST_ITEM
    assert [(it.text, it.after) for it in now.removed] == [("Sign up here.", 1), ("Read more.", 2)]


def test_a_block_is_cut_whole() -> None:
    now = apply(made(), [cut(TEXTS[0])])
    assert texts(now) == list(TEXTS[1:])
    assert [(it.text, it.after, it.reason) for it in now.removed][:2] == [
        (TEXTS[0], 0, Reason.OWN),
        ("Sign up here.", 0, Reason.NEWSLETTER),
    ]


def test_a_sentence_is_cut_out_of_its_block_and_links_follow() -> None:
    before = made()
    links = (Link(0, 4, "a"), Link(23, 28, "b"), Link(36, 38, "c"), Link(15, 20, "d"))
    block = replace(before.blocks[2], links=links)
    before = replace(before, blocks=(*before.blocks[:2], block, before.blocks[3]))
    now = apply(before, [cut("The talks go on.")])
    assert texts(now)[1] == "Tell your friends. We thank you."
    links_now = [(now.blocks[2].text[link.start : link.end], link.href) for link in now.blocks[2].links]
    assert links_now == [("Tell", "a"), ("We", "c")]
    (taken,) = [it for it in now.removed if it.reason is Reason.OWN]
    assert (taken.text, taken.after) == ("The talks go on.", 2)
    first = apply(made(), [cut("Tell your friends.")])
    assert next(it for it in first.removed if it.reason is Reason.OWN).after == 1


def test_words_are_cut_whole_and_never_the_title_nor_a_word_everywhere() -> None:
    assert apply(made(), [cut("alk")]) == made()
    assert apply(made(), [cut(made().title)]) == made()
    assert apply(made(), [cut("talks", scope="always")]) == made()
    assert "talks" not in texts(apply(made(), [cut("talks")]))[1]
    assert apply(made(), [cut("  ")]) == made()


def test_the_newest_correction_has_the_last_word() -> None:
    assert texts(apply(made(), [cut(TEXTS[0]), restore(TEXTS[0])])) == list(TEXTS)
    assert texts(apply(made(), [restore(PLEA), cut(PLEA)])) == list(TEXTS)


def test_a_standfirst_that_is_cut_is_gone_from_the_head_too() -> None:
    blocks = (
        Block(BlockKind.TITLE, "T"),
        Block(BlockKind.STANDFIRST, "Below it."),
        Block(BlockKind.PARAGRAPH, "Text."),
    )
    now = apply(Article("s", "T", blocks, standfirst="Below it."), [cut("Below it.")])
    assert now.standfirst == "" and len(now.blocks) == 2


def test_what_is_repeated_is_removed_unless_the_articles_are_versions_of_one() -> None:
    kept = article(*TEXTS, "The Courier belongs to its readers alone.")
    now = apply(kept, (), {key("The Courier belongs to its readers alone.")})
    assert [(it.text[:11], it.reason, it.after) for it in now.removed] == [("The Courier", Reason.REPEATED, 3)]
    assert texts(now) == list(TEXTS)
    assert apply(kept, (), {key(text) for text in texts(kept)}) == kept
    back = apply(kept, [restore("The Courier belongs to its readers alone.")], {key(texts(kept)[-1])})
    assert back == kept


def test_an_article_knows_its_origins() -> None:
    assert origins(article()) == ("host:courier.example", "folder:/saved")
    assert origins(Article("https://www.paper.example/a", "", ())) == ("host:paper.example",)
    assert origins(Article("/a/b.txt", "", ())) == ("folder:/a",)


_WORDS = st.lists(st.sampled_from("the quay a talk went on".split()), min_size=1, max_size=6).map(" ".join)
_BLOCKS = st.lists(st.builds(Block, st.sampled_from(list(BlockKind)), _WORDS), min_size=1, max_size=6)
_ITEMS = st.builds(Removed, _WORDS, st.integers(-1, 5), st.sampled_from(list(Reason)))
_RULES = st.lists(
    st.builds(Correction, st.sampled_from(["restore", "cut"]), _WORDS, st.sampled_from(["article", "always"])),
    max_size=5,
)


@given(_BLOCKS, st.lists(_ITEMS, max_size=4), _RULES, st.frozensets(_WORDS, max_size=3))
def test_no_word_is_lost_or_made(blocks: list[Block], removed: list[Removed], rules: list[Correction], again) -> None:  # type: ignore[no-untyped-def]
    last = len(blocks) - 1
    ordered = sorted((replace(it, after=min(it.after, last)) for it in removed), key=lambda it: it.after)
    before = Article("s", "", tuple(blocks), tuple(ordered))
    now = apply(before, rules, again)

    def words(kept: Article) -> list[str]:
        pieces = [*(block.text for block in kept.blocks), *(it.text for it in kept.removed)]
        return sorted(word for piece in pieces for word in piece.split())

    assert words(now) == words(before)
    assert all(-1 <= it.after < len(now.blocks) for it in now.removed)
    assert [it.after for it in now.removed] == sorted(it.after for it in now.removed)


# The panel

NOWAK = Person("Anna Nowak", (Span(1, 0, 10), Span(3, 0, 5)), "minister", "female")
SHORT = Person("A. Nowak", (Span(2, 0, 8),))
VALE = Person("Idris Vale", (Span(2, 20, 30),))
READING = Reading(
    (VALE, SHORT, NOWAK),
    (Country("PL", "Poland", (CountryMention(1, 2, 3, "named"),)),),
    (Issue("fishing", "t", "1", 0.5, (Span(1, 0, 2),)), Issue("fishing rights", "t", "1", 0.9, (Span(2, 0, 2),))),
    (Quote("We go on.", (Span(2, 0, 9),), "A. Nowak", True), Quote("No.", (Span(3, 0, 3),), "Idris Vale", False)),
)


def rule(what: str, kind: str, text: str, into: str = "") -> Correction:
    return Correction(what, text, "always", "", kind, into)  # type: ignore[arg-type]


def test_an_entry_is_hidden() -> None:
    assert apply_reading(READING, [rule("hide", "people", "idris VALE")]).people == (SHORT, NOWAK)
    assert apply_reading(READING, [rule("hide", "countries", "Poland")]).countries == ()
    assert len(apply_reading(READING, [rule("hide", "issues", "fishing")]).issues) == 1
    assert len(apply_reading(READING, [rule("hide", "quotes", "No.")]).quotes) == 1
    assert apply_reading(READING, [rule("hide", "people", "Nobody")]) is READING


def test_two_people_are_merged_with_mentions_and_quotes() -> None:
    now = apply_reading(READING, [rule("merge", "people", "A. Nowak", "Anna Nowak")])
    merged = Person("Anna Nowak", (Span(1, 0, 10), Span(2, 0, 8), Span(3, 0, 5)), "minister", "female")
    assert now.people == (VALE, merged)
    assert [quote.speaker for quote in now.quotes] == ["Anna Nowak", "Idris Vale"]


def test_a_person_alone_is_renamed_and_an_issue_joined() -> None:
    now = apply_reading(READING, [rule("rename", "people", "Idris Vale", "Idris B. Vale")])
    assert now.people[0] == replace(VALE, name="Idris B. Vale") and now.quotes[1].speaker == "Idris B. Vale"
    (issue,) = apply_reading(READING, [rule("rename", "issues", "fishing", "fishing rights")]).issues
    assert issue.label == "fishing rights" and issue.score == 0.9 and len(issue.mentions) == 2
    assert apply_reading(READING, [rule("rename", "issues", "whaling", "fishing")]) is READING


def test_a_quote_is_given_to_another_speaker() -> None:
    now = apply_reading(READING, [rule("rename", "quotes", "No.", "A skipper")])
    assert (now.quotes[1].speaker, now.quotes[1].sure) == ("A skipper", True)


def test_a_name_is_followed_through_corrections() -> None:
    rules = [rule("merge", "people", "B", "C"), rule("rename", "people", "C", "D"), rule("hide", "people", "X")]
    assert [renamed(name, "people", rules) for name in "ABCX"] == ["A", "D", "D", ""]
