"""Messages and web archives: the right part, its encoding, its address."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from tui.clean.pipeline import clean
from tui.model import Article, Problem, RawDocument
from tui.sources.files import read_source

DATA = Path(__file__).parent.parent / "data" / "sources"


def read(content: bytes, tmp_path: Path, name: str = "a.eml") -> RawDocument:
    (tmp_path / name).write_bytes(content)
    found = read_source(str(tmp_path / name))
    assert isinstance(found, RawDocument), found
    return found


def letter(*, plain: str = "", html: str = "", **headers: str) -> bytes:
    message = EmailMessage()
    for name, value in {"From": "desk@courier.example", "MIME-Version": "1.0", **headers}.items():
        message[name.replace("_", "-")] = value
    if plain:
        message.set_content(plain)
    if html:
        (message.add_alternative if plain else message.set_content)(html, subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize("path", sorted(DATA.glob("*.mht")) + sorted(DATA.glob("*.eml")), ids=lambda path: path.name)
def test_a_saved_file_gives_what_stands_beside_it(path: Path) -> None:
    found = read_source(str(path))
    assert isinstance(found, RawDocument)
    type, address, *text = path.with_suffix(path.suffix + ".expected").read_text("utf-8").split("\n", 2)
    assert (found.type, found.address) == (type, address)
    assert found.content.decode().strip().replace("\r\n", "\n") == text[0].strip()


def test_html_is_taken_before_its_plain_alternative(tmp_path: Path) -> None:
    found = read(letter(plain="Plain words", html="<p>Rich words — ‘so’</p>", Subject="News & more"), tmp_path)
    assert found.type == "text/html"
    assert (
        'property="og:title" content="News &amp; more"' in found.content.decode()
        and "Rich words — ‘so’" in found.content.decode()
    )


def test_a_plain_letter_has_its_subject_for_a_title(tmp_path: Path) -> None:
    found = read(letter(plain="The words.\n", Subject="A letter"), tmp_path)
    assert found.type == "text/plain" and found.content.decode() == "A letter\n\nThe words.\n"


@pytest.mark.parametrize(
    ("sender", "site"),
    [
        ("The Tide <tide@packet.example>", "The Tide"),
        ('"Moss, Ida" <ida@moss.example>', "Moss, Ida"),
        ("a@b.example", ""),
    ],
)
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_who_sent_a_letter_is_its_publisher_whole_subjects_its_title(
    tmp_path: Path, sender: str, site: str, kind: str
) -> None:
    words = "Nobody was on the pier when it fell into the sea, and nobody has asked for it back since then."
    body = {"plain": words} if kind == "plain" else {"html": f"<p>{words}</p>"}
    message = EmailMessage()
    message["From"], message["Subject"] = sender, "The pier — and a café"
    message.set_content(body["plain"]) if kind == "plain" else message.set_content(body["html"], subtype="html")
    found = clean(read(message.as_bytes(), tmp_path))
    assert isinstance(found, Article)
    assert (found.site, found.title) == (site, "The pier — and a café")
    assert words in found.text and "Source" not in found.text


def test_a_page_that_was_saved_has_no_sender(tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content("<p>The pier fell.</p>", subtype="html")
    message["From"], message["Content-Location"] = "Ida <ida@moss.example>", "https://packet.example/pier"
    assert "og:site_name" not in read(message.as_bytes(), tmp_path).content.decode()


def test_attachments_are_not_the_article(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "With something"
    message.set_content("The letter itself.")
    message.add_attachment(b"<p>attached</p>", maintype="text", subtype="html", filename="x.html")
    assert "The letter itself." in read(message.as_bytes(), tmp_path).content.decode()


def test_a_message_is_known_under_another_name(tmp_path: Path) -> None:
    sent = letter(plain="Words.", Subject="S", Date="Tue, 14 May 2024 10:00:00 +0000")
    assert read(sent, tmp_path, "saved.txt").content.decode().startswith("S\n\nDate: 2024-05-14\n\nWords.")


def test_the_date_of_a_letter_goes_with_it(tmp_path: Path) -> None:
    sent = letter(html="<html><head></head><p>x</p></html>", Date="Tue, 14 May 2024 10:00:00 +0000")
    assert 'content="2024-05-14T10:00:00+00:00"' in read(sent, tmp_path).content.decode()


@pytest.mark.parametrize(
    "content",
    [
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBOR",
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain\n\n",
    ],
)
def test_a_message_without_words_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(content)
    found = read_source(str(tmp_path / "a.eml"))
    assert isinstance(found, Problem) and "no text in this message" in found.what


def test_deep_nesting_is_survived(tmp_path: Path) -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    (tmp_path / "a.eml").write_text(f"From: a@b.example\nMIME-Version: 1.0\n{parts}Content-Type: text/plain\n\nWords\n")
    found = read_source(str(tmp_path / "a.eml"))
    assert isinstance(found, RawDocument) or "nested too deeply" in found.what or "no text" in found.what
