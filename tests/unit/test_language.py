"""Which language a text is in: two sentences of invented news in each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.languages import detect, guess, primary

NEWS = {
    "en": "The minister said that the harbour would stay open after the vote. Nobody in the town believed her.",
    "fr": "La ministre a dit que le port resterait ouvert après le vote. Personne dans la ville ne l’a crue.",
    "de": "Die Ministerin sagte, dass der Hafen nach der Wahl offen bleibe. Niemand in der Stadt hat ihr geglaubt.",
    "es": "La ministra dijo que el puerto seguiría abierto después de la votación. Nadie en la ciudad le creyó.",
    "it": "La ministra ha detto che il porto resterà aperto dopo il voto. Nessuno nella città le ha creduto.",
    "pt": "A ministra disse que o porto não fecha depois da votação. Ninguém na cidade acreditou, mas foi assim.",
    "nl": "De minister zei dat de haven na de stemming open blijft. Niemand in de stad heeft het geloofd.",
    "pl": "Ministra powiedziała, że port nie będzie zamknięty po głosowaniu. Nikt w mieście jej nie uwierzył.",
    "sv": "Ministern sade att hamnen inte ska stängas efter omröstningen. Ingen trodde på det, men så blev det.",
    "da": "Ministeren sagde, at havnen ikke bliver lukket efter afstemningen. Ingen troede på det, siger hun nu.",
    "no": "Ministeren sa at havnen ikke blir stengt etter avstemningen. Ingen i byen trodde på det, sier hun nå.",
    "tr": "Bakan, limanın oylamadan sonra da açık olacağını söyledi ve bu karar için çok geç dedi. Ama kimse inanmadı.",
    "ru": "Министр сказала, что порт останется открытым после голосования. Никто в городе ей не поверил.",
    "uk": "Міністерка сказала, що порт залишиться відкритим після голосування. Ніхто в місті їй не повірив.",
    "ar": "قالت الوزيرة إن الميناء سيبقى مفتوحا بعد التصويت. لم يصدقها أحد في المدينة.",
    "fa": "وزیر گفت که بندر پس از رأی‌گیری باز خواهد ماند. هیچ‌کس در شهر حرف او را باور نکرد.",
    "he": "השרה אמרה שהנמל יישאר פתוח אחרי ההצבעה. איש בעיר לא האמין לה.",
    "el": "Η υπουργός είπε ότι το λιμάνι θα μείνει ανοιχτό μετά την ψηφοφορία.",
    "zh": "部长说，投票之后港口将继续开放。城里没有人相信她。",
    "ja": "大臣は、投票の後も港は開いたままだと述べた。町では誰も信じなかった。",
    "ko": "장관은 투표 후에도 항구가 열려 있을 것이라고 말했다. 도시에서 아무도 믿지 않았다.",
}
UNDECIDED = "Harbour 2024"


@pytest.mark.parametrize("tag", NEWS)
def test_a_text_without_declaration_is_told_by_its_words_or_letters(tag: str) -> None:
    assert detect(NEWS[tag]) == tag


@pytest.mark.parametrize("tag", NEWS)
def test_a_right_declaration_is_believed_whatever_its_region(tag: str) -> None:
    assert detect(NEWS[tag], f"{tag}-XX") == tag


@pytest.mark.parametrize(
    ("text", "declared", "tag"),
    [
        ("fr", "en", "fr"),
        ("ru", "en", "ru"),
        ("en", "ar", "en"),
        ("zh", "en-US", "zh"),
        ("uk", "ru", "uk"),
        ("fa", "ar", "fa"),
    ],
)
def test_a_declaration_that_the_text_clearly_contradicts_is_overruled(text: str, declared: str, tag: str) -> None:
    assert detect(" ".join([NEWS[text]] * 3), declared) == tag


def test_a_text_that_tells_nothing_has_the_declared_language_or_none() -> None:
    assert detect(UNDECIDED, "sv-SE") == "sv"
    assert detect(UNDECIDED) == ""
    assert detect("", "en") == "en"


def test_a_language_that_is_not_known_here_is_believed_when_little_speaks_against_it() -> None:
    assert detect("Il ministru qal li l-port se jibqa' miftuħ wara l-vot.", "mt") == "mt"


@pytest.mark.parametrize(
    ("tag", "first"),
    [("en-GB", "en"), ("zh_Hans", "zh"), ("nb-NO", "no"), ("iw", "he"), ("english", ""), ("und", ""), ("", "")],
)
def test_the_primary_tag(tag: str, first: str) -> None:
    assert primary(tag) == first


@pytest.mark.parametrize("tag", NEWS)
def test_a_few_words_are_enough_for_a_guess(tag: str) -> None:
    assert guess(NEWS[tag]) == tag


@pytest.mark.parametrize("text", ["", UNDECIDED, "Mary Collins 1923", "12 % 300"])
def test_nothing_is_guessed_from_names_and_figures(text: str) -> None:
    assert guess(text) == ""


@given(st.text(), st.sampled_from(["", "en", "fr-CA", "x-nothing"]))
def test_any_text_has_a_primary_tag_or_none(text: str, declared: str) -> None:
    tag = detect(text, declared)
    assert tag == primary(tag)
