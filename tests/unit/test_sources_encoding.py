"""Bytes to text: marks, declarations, detection, and mojibake that is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.encoding import decode, mend

SENTENCES = {
    "cp1252": [
        "Le maire a déclaré que l’été était déjà là, à côté de Besançon.",
        "Die Straße sei größer als früher, sagte der Bürgermeister.",
        "El tranvía llegará mañana; ¿quién pagará?",
        "A presidente disse que não há solução, só ilusões.",
        "Smørrebrød på færgen, sagde skipperen.",
        "The minister’s “goodwill” – so called",
        "naïve",
    ],
    "cp1250": ["Burmistrz powiedział, że żadna łódź nie wypłynęła.", "Příliš žluťoučký kůň, řekl starosta."],
    "cp1251": ["Премьер-министр заявил, что переговоры продолжатся.", "Міністр сказав, що перемовини тривають."],
    "koi8_r": ["Премьер-министр заявил, что переговоры продолжатся."],
    "cp1253": ["Ο πρωθυπουργός δήλωσε ότι οι συνομιλίες συνεχίζονται."],
    "cp1254": ["Cumhurbaşkanı görüşmelerin süreceğini söyledi, ağır işçi."],
    "cp1255": ["ראש הממשלה אמר היום שהשיחות נמשכות"],
    "cp1256": ["قال الوزير إن المحادثات مستمرة في المدينة"],
    "shift_jis": ["首相は会談を続けると述べた。"],
    "euc_jp": ["首相は会談を続けると述べた。"],
    "gb18030": ["总理表示会谈将继续进行"],
    "big5": ["總理表示會談將繼續進行"],
    "euc_kr": ["총리는 회담이 계속될 것이라고 말했다"],
}


@pytest.mark.parametrize(("encoding", "text"), [(name, text) for name, texts in SENTENCES.items() for text in texts])
def test_an_encoding_is_detected(encoding: str, text: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.note.startswith("the encoding was guessed")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_wins(encoding: str) -> None:
    assert decode("Süß – “so”".encode(encoding), "iso-8859-1").text == "Süß – “so”"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_two_byte_text_without_a_mark_is_seen(encoding: str) -> None:
    assert decode("A plain text – with dashes".encode(encoding)).text == "A plain text – with dashes"


def test_valid_utf8_wins_over_a_false_declaration() -> None:
    page = "<meta charset=iso-8859-1><p>Süß, “wirklich”</p>"
    assert decode(page.encode(), "latin-1", "text/html").text == page


@pytest.mark.parametrize(
    "head", ["<meta charset='windows-1250'>", "<meta http-equiv=x content='text/html; charset=ISO-8859-2'>"]
)
def test_a_page_declares_its_encoding(head: str) -> None:
    encoding = "cp1250" if "1250" in head else "iso8859-2"
    assert decode(f"{head}żółć".encode(encoding), "", "text/html") == (f"{head}żółć", "")


def test_latin1_is_what_browsers_take_it_for() -> None:
    assert decode(b"\x93so\x94 \x85 and \xe9", "iso-8859-1").text == "“so” … and é"


def test_a_seven_bit_encoding_is_believed() -> None:
    assert decode("首相は".encode("iso2022_jp"), "iso-2022-jp").text == "首相は"


@pytest.mark.parametrize("declared", ["nonsense", "hex", "", "x-unknown-8bit", "\x00", "rot13"])
def test_an_unknown_declaration_is_ignored(declared: str) -> None:
    assert decode("Größe".encode("cp1252"), declared).text == "Größe"


def test_a_few_faults_do_not_change_the_encoding() -> None:
    text = "Die Größe – „so groß“ – überrascht. " * 20
    found = decode(text.encode()[:-3] + b"\xff. ")
    assert found.text.startswith(text[:200]) and found.note == "1 place was not valid UTF-8"


def test_utf8_that_was_declared_needs_fewer_whole_characters() -> None:
    page = b'<meta charset="utf-8"><p>' + "“So it is”".encode() + b" \xff\xfe\xed\xa0\x80 he said \xc3( \xff"
    found = decode(page, "", "text/html")
    assert "“So it is”" in found.text and found.note == "7 places were not valid UTF-8"


def test_a_false_declaration_of_utf8_is_seen_through() -> None:
    text = "La reunión duró más de tres horas, según el señor Núñez. “Así no”, añadió. "
    assert decode(text.encode("cp1252") * 4, "utf-8").text == text * 4


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The ministerâ€™s â€œgoodwillâ€\x9d was cafÃ©", "The minister’s “goodwill” was café"),
        ("â€œSoâ€ she said, Ã  la carte", "“So” she said, à  la carte"),
        ("ÐŸÑ€ÐµÐ¼ÑŒÐµÑ€ said", "Премьер said"),
    ],
)
def test_mojibake_is_mended(broken: str, whole: str) -> None:
    assert mend(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "“Quotes” ‘stay’ ”wrong” as they are, ﬁne ligatures and &amp; entities too",
        "SÃO PAULO, Ã and Â are letters; Â 5",
        "“Ça” — «à»…",
        "ÂNGELA",
    ],
)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert mend(text) == text


def test_only_the_broken_line_is_mended() -> None:
    assert mend("ﬁrst “line”\r\ncafÃ©\n") == "ﬁrst “line”\r\ncafé\n"


@given(st.text())
def test_utf8_comes_back_whole(text: str) -> None:
    whole = text.encode("utf-8", "replace")
    if not whole.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) and b"\x00" not in whole:
        assert decode(whole).text == mend(whole.decode())


@given(st.binary(max_size=3000), st.sampled_from(["", "utf-8", "utf-16", "shift_jis", "utf-7", "iso-2022-kr"]))
def test_no_bytes_fail(content: bytes, declared: str) -> None:
    assert isinstance(decode(content, declared, "text/html").text, str)
