"""Speakers whom nobody names in full: descriptions, epithets, letters, initials, single names."""

from __future__ import annotations

import pytest
from stage import document, speakers

from tui.extract.quotes.describe import describe
from tui.extract.quotes.find import find_quotes
from tui.extract.quotes.grammar import grammar
from tui.extract.quotes.verb_first import report_behind, report_in

Q = "“We go on talking until it is over”"
C = "“We go on talking until it is over,”"


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (f"A woman who did not want to be named said the hall was full. {C} she said.", "A woman"),
        (f"Nowak left. Next to the door a bricklayer held up a trowel. {C} he said.", "a bricklayer"),
        (f"Vale spoke first. Her friend nodded. {C} she added.", "Her friend"),
        (f"Two guards shared a flask. {C} one of them said.", "one of them"),
        (f"Another called it {Q}.", "Another"),
        (f"A farmer, who owns the land, said he had been offered {Q}.", "A farmer"),
        (f"Their son, Kit, is nine. {C} he said.", "Kit"),
        (f"The vicar, the Rev Greta Lind, closed the meeting. {C} she said.", "Greta Lind"),
        (f"Her counterpart, Majority Leader Tomas Berg (R-Milford), said they would {Q}.", "Tomas Berg"),
        ("The envoy, Idris Vale (“a good day for boats and for trains”), left.", "Idris Vale"),
        (f"Vale is in the harbour. Among those waiting was the writer Tomas Berg, 82. {C} he said.", "Tomas Berg"),
        (f"Vale sent a message to his wife at two. It read: {Q}.", "Idris Vale"),
        (f"Vale asked the captain, Anna Nowak, for the story. {C} she said.", "Anna Nowak"),
        (f"Nowak, who had not slept, and who shouted that it was {Q}, left.", "Anna Nowak"),
        (f"Idris Vale was late. {C} the 60-year-old told us.", "Idris Vale"),
        (f"As the contract demanded, Vale has one sentence on the sand in the river: {Q}.", "Idris Vale"),
        (f"Nowak wrote {Q}; the poet Greta Lind, with whom she dined, thought it {Q}.", "Greta Lind"),
        (f"The Dutchman was late; in a note his family said: {Q}.", "his family"),
    ],
)
def test_whoever_speaks_without_a_full_name(line: str, speaker: str) -> None:
    assert speakers(line)[-1] == speaker


def test_initials_stand_for_whom_they_began() -> None:
    lines = (
        "Anna Nowak: Were you late for it?",
        "Idris Vale: I was, and glad.",
        "AN: And now, what is next?",
        "IV: No idea at all, none.",
    )
    assert speakers(*lines, "AN: Then we shall see about it.")[-3:] == ["Anna Nowak", "Idris Vale", "Anna Nowak"]


def test_a_gesture_behind_a_stop_reports_nothing() -> None:
    found = find_quotes(document("“It is a raft on a bathtub.” She laughed. “And we do not have rafts.”"))
    assert len(found) == 2


def test_listed_terms_are_no_quotation() -> None:
    assert not find_quotes(
        document("Words such as “expects”, “believes” and “may or may not turn out” stand for them.")
    )


@pytest.mark.parametrize(
    ("phrase", "tidy"),
    [
        ("The ad uses footage of Ann Lee", "The ad"),
        ("Last weekend the Sunday Times", "the Sunday Times"),
        ("The council on Friday", "The council"),
        ("a civil complaint filed", "a civil complaint"),
        ("some grounding in history -- a reader", "a reader"),
        ("a retired plumber", "a retired plumber"),
        ("Two officials,", "Two officials"),
        ("73 percent", ""),
        ("Read More", ""),
    ],
)
def test_descriptions_hold_no_verb_and_no_date(phrase: str, tidy: str) -> None:
    assert describe(grammar("en"), phrase.split()) == tidy


def test_a_dateline_is_nobody() -> None:
    assert describe(grammar("en"), ["KALMIRA"], " (TNA) — At least") == ""


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("، قالت مديرة المشروع ليلى الشربيني وهي ترتب", "ليلى الشربيني", "قالت"),
        ("، كما يقول المعلم يوسف نصر من الأقصر.", "يوسف نصر", "يقول"),
        ("، وأضاف المتحدث.", "المتحدث", "أضاف"),
    ],
)
def test_reports_that_begin_with_the_verb(text: str, name: str, verb: str) -> None:
    assert report_behind(text, 0, len(text)) == (name, verb)


def test_a_verb_alone_names_nobody() -> None:
    assert report_in("وأضافت: ", 0, 8) == ("", "أضافت")
    assert report_in("She said: ", 0, 10) is None


def test_arabic_goes_on_with_whoever_spoke() -> None:
    line = "«في كل ميناء يسألوننا عن كتاب»، قالت المديرة ليلى نصر. وأضافت: «النيل لا يحب العجلة أبدا»."
    assert speakers(line, language="ar") == ["ليلى نصر", "ليلى نصر"]
