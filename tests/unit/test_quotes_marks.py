from __future__ import annotations

import pytest
from stage import texts

from tui.extract.quotes.marks import pairs
from tui.model import BlockKind

WORDS = "We go on talking today"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("„", "“"),
        ("„", "”"),
        ("”", "”"),
        ("«", "»"),
        ("«\u00a0", "\u00a0»"),
        ("« ", " »"),
        ("»", "«"),
        ("‹", "›"),
        ("「", "」"),
        ("『", "』"),
        ("‘", "’"),
        ("'", "'"),
        ("‚", "‘"),
        ("''", "''"),
        ("``", "''"),
        ("“", '"'),
        ('"', "”"),
        ("”", '"'),
        ("“", "“"),
    ],
)
@pytest.mark.parametrize(("before", "after"), [("", ", said Nowak."), ("Nowak said ", "."), ("Nowak said: ", "")])
def test_every_style_of_mark_is_found_and_left_out_of_the_words(
    opening: str, closing: str, before: str, after: str
) -> None:
    assert texts(f"{before}{opening}{WORDS}{closing}{after}") == [WORDS]


def test_the_comma_before_the_report_stays_inside() -> None:
    assert texts("“We go on talking today,” Nowak said.") == ["We go on talking today,"]


@pytest.mark.parametrize(
    "line",
    [
        "It’s the fishermen’s harbour and the boats’ owners don’t like what they’ve seen",
        "It's the fishermen's harbour and the boats' owners don't like what they've seen",
        "The ’90s were rock ’n’ roll, the boats’ crews said, and ’tis over",
        "The crews' fears and the owners' hopes were the same in '98, Nowak said",
        'He stands 6\'2" in his boots and the plank is 12" wide, or so he says',
    ],
)
def test_apostrophes_and_inches_quote_nothing(line: str) -> None:
    assert texts(line) == []


def test_a_genitive_plural_does_not_close_a_single_mark() -> None:
    assert texts("Nowak said: ‘The boats’ owners will go on talking.’ She left.") == [
        "The boats’ owners will go on talking."
    ]


def test_an_elision_inside_single_marks_does_not_close_them() -> None:
    assert texts("'We don't know what they're at,' Nowak said.") == ["We don't know what they're at,"]


def test_a_missing_closing_mark_leaves_the_paragraph_open() -> None:
    found = texts("Nowak said: “We go on talking today.", "“We go on tomorrow as well.”", "Nobody else spoke.")
    assert found == ["We go on talking today.", "We go on tomorrow as well."]


def test_an_open_paragraph_goes_on_in_the_next_without_a_mark() -> None:
    found = texts("Nowak said: “We go on talking today.", "And tomorrow as well, you will see.” She left.")
    assert found == ["We go on talking today.", "And tomorrow as well, you will see."]


def test_a_mark_opened_again_begins_a_new_quotation() -> None:
    found = texts("“We go on talking today. “We go on tomorrow as well,” Nowak said.")
    assert found == ["We go on talking today.", "We go on tomorrow as well,"]


def test_a_closing_mark_alone_quotes_nothing() -> None:
    assert texts("We go on talking today,” Nowak said.") == []


def test_an_opening_mark_that_stands_after_a_stop_closes() -> None:
    assert texts("“We go on talking today,“ Nowak said, and left the quay for good.") == ["We go on talking today,"]


@pytest.mark.parametrize(
    "words",
    [
        "He told me ‘go on talking’ and left",
        "He told me 'go on talking' and left",
        "He told me «go on talking» and left",
        "He told me “go on talking” and left",
    ],
)
def test_a_quotation_within_a_quotation_stays_a_part_of_it(words: str) -> None:
    assert texts(f"“{words},” said Nowak.") == [f"{words},"]


def test_double_marks_nest_in_single_ones() -> None:
    assert texts("‘He told me “go on talking” and left,’ said Nowak.") == ["He told me “go on talking” and left,"]


def test_corner_brackets_nest() -> None:
    assert texts("「He told me 『go on talking』 and left」 said Nowak.") == ["He told me 『go on talking』 and left"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("—No lo sé todavía, de verdad —dijo Ana Ruiz.", ["No lo sé todavía, de verdad"]),
        ("—No lo sé todavía —dijo Ana Ruiz—. Mañana lo veremos.", ["No lo sé todavía … Mañana lo veremos."]),
    ],
)
def test_spanish_dashes_open_dialogue(line: str, words: list[str]) -> None:
    assert texts(line, language="es") == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("— Je ne sais pas encore, dit-elle en partant.", ["Je ne sais pas encore,"]),
        ("– Nous verrons bien demain matin.", ["Nous verrons bien demain matin."]),
    ],
)
def test_french_dashes_open_dialogue(line: str, words: list[str]) -> None:
    assert texts(line, language="fr") == words


def test_a_dash_opens_nothing_in_english() -> None:
    assert texts("— Nobody knows what will be decided tomorrow.") == []


def test_chinese_and_japanese_need_no_spaces_between_words() -> None:
    assert texts("林部長は「交渉は明日も続けます」と述べた。", language="ja") == ["交渉は明日も続けます"]


def test_a_pair_tells_whether_it_is_closed_and_single() -> None:
    (pair,) = pairs("'We go on talking,' she said")
    assert (pair.open, pair.start, pair.end, pair.after, pair.closed, pair.single) == (0, 1, 18, 19, True, True)


def test_silent_blocks_quote_nothing() -> None:
    assert texts((BlockKind.IMAGE, "“We go on talking today,” Nowak said.")) == []
