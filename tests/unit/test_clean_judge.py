"""The judge of sentences: single cases that each rule stands on; tests/eval has the figures."""

from __future__ import annotations

import pytest

from tui.clean import judge, judge_signs, judge_weights, signs
from tui.model import Block, BlockKind, Link, Reason

REPORT = (
    "The last ferry of the year left the quay at noon on Tuesday with eleven passengers and a piano on board.",
    "The harbour board had voted in September to end the winter service, which lost £40,000 last year.",
    "“Nobody wanted this,” said Anna Quill, who has chaired the board since 2016.",
)


FIELDS = set(
    "piece|paper|edition|mailing|sending|broadcast|pastime|shop|reader|gift|price|small|deal|account|web|consent|social|"
    "discussion|advert|picture|writer|further|urge|thanks|need|here|we news|other people|once|modal".split("|")
)
FLAGS = set("you|we|question|short|no stop|price|publisher|contact|past|reports|others|names|figures|quoted".split("|"))


def paragraphs(*texts: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


def cut(*texts: str, title: str = "", language: str = "en") -> list[tuple[str, Reason]]:
    found = judge.judge(paragraphs(*texts), language, "", title)
    return [(text[one.start : one.end], one.reason) for text, own in zip(texts, found, strict=True) for one in own]


def test_an_appeal_glued_to_a_sentence_goes_and_the_sentence_stays() -> None:
    glued = "Please help us with a gift to our newsroom." + REPORT[0]
    left, removed, _ = judge.apply(paragraphs(glued, *REPORT[1:]))
    assert [block.text for block in left] == list(REPORT)
    assert [(one.text, one.reason, one.after) for one in removed] == [
        ("Please help us with a gift to our newsroom.", Reason.DONATION, -1)
    ]


def test_an_appeal_at_the_end_of_a_block_followed_that_block() -> None:
    left, removed, _ = judge.apply(paragraphs(REPORT[0], f"{REPORT[1]} Sign up for our newsletter here.", REPORT[2]))
    assert [block.text for block in left] == list(REPORT)
    assert [one.after for one in removed] == [1]


def test_a_plain_sentence_amid_an_appeal_goes_with_it_and_a_report_does_not() -> None:
    appeal = (
        "Your donation keeps our reporters at work.",
        "The Upland Post is read in every village.",
        "Support us today.",
    )
    assert [text for text, _ in cut(*appeal, *REPORT)] == list(appeal)
    assert [text for text, _ in cut(appeal[0], REPORT[0], appeal[2], *REPORT[1:])] == [appeal[0], appeal[2]]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Comments", Reason.COMMENTS),
        ("12 comments", Reason.COMMENTS),
        ("ADVERTISEMENT", Reason.ADVERT),
        ("Share", Reason.SHARE),
        ("Read more: The road to the coast", Reason.RELATED),
        ("Already have an account? Log in to read this article.", Reason.PAYWALL),
        ("By continuing to use this site you accept our cookie policy.", Reason.COOKIE),
        ("Subscribe today for £1 a month.", Reason.SUBSCRIBE),
    ],
)
def test_lines_that_are_boilerplate_by_themselves(line: str, reason: Reason) -> None:
    assert cut(*REPORT, line) == [(line, reason)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Support us, sign up and donate now,” she told the crowd.",
        "The charity said donations had risen by a third since the flood.",
        "Subscribers cancelled after the paper put up its price.",
        "The site had set 40 cookies before visitors gave their consent.",
        "The minister declined to comment on the report.",
    ],
)
def test_articles_about_these_things_keep_every_sentence(sentence: str) -> None:
    assert cut(*REPORT, sentence) == []


def test_advice_may_speak_to_its_reader() -> None:
    advice = (
        "You should write to the bank within thirty days and keep a copy.",
        "Check whether your savings are covered before you sign anything.",
        "If you are refused, you can take your case to the ombudsman.",
        "Keep every letter that you are sent, and note the day on which you got it.",
        "Your account stays open until you close it yourself.",
    ) * 3
    assert cut(*advice, title="What to do if your bank closes") == []


def test_the_title_says_what_an_article_is_about() -> None:
    line = "Readers can sign up for the newsletter of the observatory."
    assert cut(*REPORT, line, title="Observatory sends a newsletter from space") == []


def test_code_tables_and_images_are_not_judged() -> None:
    kinds = (BlockKind.PREFORMATTED, BlockKind.TABLE, BlockKind.IMAGE)
    assert judge.judge([Block(kind, "Subscribe now") for kind in kinds]) == [[], [], []]


def test_nothing_to_judge() -> None:
    assert judge.judge([]) == []
    assert judge.apply([Block(BlockKind.PARAGRAPH, "")]) == ([], [], [0])


def test_links_move_with_the_text_that_stays() -> None:
    text = f"Please donate to keep our newsroom going. {REPORT[0]}"
    start = text.index("the quay")
    block = Block(
        BlockKind.PARAGRAPH, text, links=(Link(7, 13, "http://a.example"), Link(start, start + 8, "http://b.example"))
    )
    left, _, _ = judge.apply([block, *paragraphs(*REPORT[1:])])
    (link,) = left[0].links
    assert left[0].text[link.start : link.end] == "the quay"


def test_the_middle_of_a_block_is_cut_out() -> None:
    (left, *_), removed, _ = judge.apply(
        paragraphs(f"{REPORT[0]} Sign up for our newsletter here. {REPORT[1]}", REPORT[2])
    )
    assert left.text == f"{REPORT[0]} {REPORT[1]}"
    assert [one.after for one in removed] == [0]


@pytest.mark.parametrize("language", sorted(signs.LANGUAGES))
def test_every_table_is_read(language: str) -> None:
    table = signs.table(language)
    assert {Reason.COMMENTS, Reason.SHARE, Reason.RELATED} <= set(table.lines.values())
    assert table.imperatives and table.papers
    assert all(line == " ".join(judge_signs.words(line)) for line in table.lines)
    assert {f"field: {name}" for name in FIELDS} <= table.phrases.keys
    assert {f"do: {name}" for name in ("give", "sign", "read", "tell", "set")} == table.openings.keys


def test_a_language_without_a_table_is_judged_in_english() -> None:
    assert signs.table("sw").lines == signs.table("en").lines
    assert cut(*REPORT, "Comments", language="sw") == [("Comments", Reason.COMMENTS)]


def test_german_you_is_told_by_its_capital() -> None:
    assert judge_signs.read("Bitte lesen Sie das.", "de").you == 1
    assert judge_signs.read("Sie lasen, was sie fanden.", "de").you == 0


def test_a_sentence_that_says_nothing_goes_with_the_appeals_around_it() -> None:
    appeal = (
        "Our journalism is free because readers pay for it. It takes less than a minute to give. "
        "Please support our newsroom today."
    )
    assert [text for text, _ in cut(*REPORT, *REPORT[::-1], appeal)] == [appeal]


def test_a_heading_goes_with_the_appeal_under_it_and_stays_over_a_report() -> None:
    blocks = [
        *paragraphs(*REPORT),
        Block(BlockKind.HEADING, "The truth needs a witness", 2),
        *paragraphs("Support our journalism with a gift to our newsroom today."),
        *paragraphs(*REPORT),
    ]
    assert [bool(cuts) for cuts in judge.judge(blocks)] == [False] * 3 + [True] * 2 + [False] * 3
    blocks[4] = paragraphs(REPORT[1])[0]
    assert not any(judge.judge(blocks))


@pytest.mark.parametrize(
    ("line", "language", "reason"),
    [
        ("Leggi anche: Il ponte che nessuno voleva", "it", Reason.RELATED),
        ("Publicidad", "es", Reason.ADVERT),
        ("Foto: Agência do Porto", "pt", Reason.CREDIT),
        ("The post Ferry stops appeared first on Harbour Courier.", "en", Reason.CREDIT),
    ],
)
def test_labels_of_many_languages(line: str, language: str, reason: Reason) -> None:
    assert judge.reason(line, language) is reason


@pytest.mark.parametrize("line", ["1989", "10:05", "3 – 2"])
def test_figures_alone_are_no_label(line: str) -> None:
    assert judge.reason(line) is None


def test_a_label_may_end_a_paragraph() -> None:
    text = f"{REPORT[0]} Photo: L. Orme / Harbour Courier"
    assert cut(text, *REPORT[1:]) == [("Photo: L. Orme / Harbour Courier", Reason.CREDIT)]


def test_every_weight_is_of_a_sign_and_leans_its_way() -> None:
    weights = judge_weights.table_of_weights()
    plain = set(judge_weights.measure(judge_signs.Signs(words=9, open_end=False)))
    marks = {
        *FIELDS,
        *FLAGS,
        "colon",
        "do: first",
        *(f"do: {name}" for name in ("give", "sign", "read", "tell", "set")),
    }
    assert plain <= set(weights)
    assert {mark for name in set(weights) - plain for mark in name.split(" & ")} <= marks
    assert weights["sure"] > weights["maybe"] > 0 and weights["you"] > 0
    assert weights["past"] < 0 and weights["quoted"] <= 0


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("Carry on for 40 cents a chapter", {"price", "account"}),
        ("Drop your address in the box, and press send.", {"do: first", "do: sign", "do: read", "web", "sending"}),
        ("Sound: Ida Moss", {"colon"}),
        ("“Click here,” she said.", {"other people", "once"}),
    ],
)
def test_words_of_a_field_are_known_in_any_wording(sentence: str, fields: set[str]) -> None:
    found = judge_signs.read(sentence, "en").fields
    assert fields <= found
    assert "web" not in found or "web" in fields


def test_marks_that_stand_together_count_together_and_less_where_the_article_is_about_them() -> None:
    found = judge_signs.read("Put your address in the box and the letter arrives every Friday.", "en")
    report = judge_weights.measure(found, judge_weights.manner("Ferry stops", [], "en"))
    about = judge_weights.measure(found, judge_weights.manner("How newsletters became a business", [], "en"))
    assert report["mailing & sending"] > about["mailing & sending"] > 0


def test_a_title_that_promises_advice_makes_orders_usual() -> None:
    assert judge_weights.manner("How to bake a loaf", [], "en").you < judge_weights.manner("Loaf baked", [], "en").you
    assert judge_weights.manner("Opinion: bake it", [], "en").we < judge_weights.manner("Loaf baked", [], "en").we


def test_a_plain_sentence_glued_to_an_appeal_stays_with_its_paragraph() -> None:
    appeal, plain = "Got a tip? Contact our investigations team.", "Fishermen were calmer. They have crossed in worse."
    assert " ".join(text for text, _ in cut(*REPORT, f"{appeal} {plain}", *REPORT)) == appeal


def test_a_credit_of_names_may_end_with_a_stop() -> None:
    assert judge.reason("Pictures: Ingrid Lau and Tom Ferrar.") is Reason.CREDIT
    assert judge.reason("Pictures: they are the last that he took of the pier.") is None


def test_an_explanation_adds_up() -> None:
    ((sentence, points, told),) = judge.explain("Please support our journalism today.")
    assert sentence == "Please support our journalism today."
    assert points > 0 and 0 < len(told) <= 4
    whole = judge_weights.parts(judge_signs.read(sentence, "en", alone=True, last=True))
    assert points == pytest.approx(sum(whole.values()))


def test_a_quotation_of_several_sentences_is_somebodys_words_throughout() -> None:
    said = (
        "Ms Harlow told the rally: “We have to raise this money ourselves. We need your support and your donations "
        "more than ever. Please give what you can, and subscribe to our newsletter. Thank you for reading my letters.”"
    )
    assert cut(said) == []
    assert cut(said.replace("“", "").replace("”", "")) != []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share | Email | Print", Reason.SHARE),
        ("Next up → How to bleed a radiator", Reason.RELATED),
        ("Related: Is it safe to swim in the harbour?", Reason.RELATED),
        ("Copied to clipboard!", Reason.SHARE),
    ],
)
def test_labels_stand_side_by_side_and_lead_to_questions(line: str, reason: Reason) -> None:
    assert judge_signs.read(line, "en", alone=True, last=True).line is reason
    assert judge_signs.read("Ferries | Piers | Print", "en", alone=True, last=True).line is None


def test_an_article_about_such_matters_and_the_words_of_its_title_speak_against_an_appeal() -> None:
    found = judge_signs.read("Give what you can to the orchard before Sunday.", "en")
    plain = judge_weights.weigh(found, judge_weights.manner("Ferry stops", [], "en"))
    about = judge_weights.weigh(found, judge_weights.manner("A newspaper that lives on donations", [], "en"))
    named = judge_weights.weigh(found, judge_weights.manner("Orchard floods", [], "en"))
    assert about < plain and named < plain


def test_labels_of_speakers_count_less_in_an_interview() -> None:
    said = [judge_signs.read(f"{name}: So they tell me every winter.", "en") for name in ("Ida", "Tom")] * 6
    assert judge_weights.manner("", said, "en").led < 1.0
    assert judge_weights.manner("", said[:1], "en").led == 1.0


def test_orders_that_name_nothing_of_a_publishers_are_told_from_requests() -> None:
    assert judge_signs.read("Join the edges with a brush.", "en").asks_else
    assert not judge_signs.read("Join our readers and donate.", "en").asks_else
