"""The lines between a plain text's title and its first sentence: byline, date, source, address, in many languages."""

from __future__ import annotations

import re
from functools import cache

from tui.clean import dates
from tui.clean.assemble import Head
from tui.clean.signs import LANGUAGES, table
from tui.text import one_line

_BYLINE = re.compile(
    r"(?:(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|Av|Af|Texte?|Texto|Testo|Author|"
    r"Autora?|Auteure?|Autore|Autrice|Words by|Written by|Автор|Auteur|بقلم|كتب|כתב)\b\s*:?|Text:|文|"
    r"撰文[:：]?|记者)\s+(?P<who>.+)"
)
_SMALL_WORDS = (
    "de|van|von|der|den|da|di|del|della|la|le|bin|al|el|y|e|et|und|and|in|for|für|à|en|em|aus|from|i|och|og|&|"
    "[|•·,/–-]|with|mit|avec|con|com"
)
_NAMES = re.compile(rf"(?:(?:[A-ZÀ-ÞŠŽĀ-Ž][\w.’'-]*|{_SMALL_WORDS})\s*){{1,14}}")
_FIELD_WORDS = {
    "title": "Title|Headline|Subject|Titel|Titre|Título|Titolo|Betreff|Objet|Asunto|العنوان",
    "standfirst": "Subtitle|Standfirst|Subheading|Untertitel|Sous-titre|Subtítulo|Sottotitolo",
    "byline": "Author|By|Autor|Auteur|Autore|Writer|From|Von|De|Автор|الكاتب|بقلم|作者",
    "published": "Date|Published|Datum|Fecha|Data|Veröffentlicht|Publié|Publicado|Pubblicato|Дата|التاريخ|日期",
    "site": "Source|Publication|Site|Newspaper|Magazine|Quelle|Fuente|Fonte|Källa|Bron|Źródło|Источник|المصدر|来源|出典"
    "|Zeitung|Journal|Periódico|Giornale|Jornal",
    "address": "URL|Link|Address",
    "language": "Language",
    "": "Updated|Section|Aktualisiert|Rubrik|Rubrique|Sección|Sezione|Tags|To",
}
_FIELD_OF = {name.lower(): field for field, names in _FIELD_WORDS.items() for name in names.split("|")}
_FIELD = re.compile(rf"(?P<name>{'|'.join(map(re.escape, _FIELD_OF))})\s*[:：]\s*(?P<value>\S.*)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+$")
_HOST = re.compile(r"(?:www\.)?(?:[\w-]+\.)+[a-z]{2,12}", re.IGNORECASE)
_DATED = re.compile(
    r"(?:(?:Published|Posted|Updated|Last updated|First published|Veröffentlicht|Publié|Publicado|Pubblicato|Stand|"
    r"Actualizado|Mis à jour|نشر في|Опубликовано)\b\s*:?\s*(?:on|at|le|el|il|em|am)?\s*)?"
    r"(?:[^\W\d_]{2,12}\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+|del\s+)?\d{4}|"
    r"[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|"
    r"\d{4}\s?[年/.]\s?\d{1,2}\s?[月/.]\s?\d{1,2}\s?日?)"
    r"(?:[\s,|–T-]*(?:um|at|à|a las|alle|às)?\s*\d{1,2}[:.h]\d\d.{0,14}|\s*г(?:ода|\.)?)?\.?"
)
_PARTS = re.compile(r"\s+[|•·—–]\s+|\s*\|\s*")
_READ_TIME = re.compile(r"\d{1,3}\s*[- ]?(?:min|minutes?|minutos|minuti|Minuten)\b.{0,16}", re.IGNORECASE)
_STOP = re.compile(r"[.!?…:;。！？\"”»]$")
_PAPER_WORDS, _BYLINE_LONGEST, _FIELD_LONGEST = 10, 100, 300


def read(line: str, head: Head, named_only: bool = False) -> bool:
    """Read one header line into ``head``: tell whether it is certainly one. What stood there already stays.

    ``named_only`` takes lines alone that say what they are ("Source: …"), a date, and the name of a newspaper.
    """
    if _field(line, head):
        return True
    parts = [part for part in _PARTS.split(line) if part]
    if len(parts) > 1:
        trial = Head()
        if all(_part(part, trial, named_only) for part in parts):
            return all(_part(part, head, named_only) for part in parts)
    return _part(line, head, named_only)


def source(line: str, head: Head) -> None:
    """Take a line that stands among header lines and says nothing else for the publisher's name."""
    head.site = head.site or one_line(line).rstrip(" ,.|–—-")


def may_be_source(line: str) -> bool:
    """Tell whether a line looks like a name: short, with a capital or in a script without them, and without a stop."""
    few = len(line.split()) <= _PAPER_WORDS and len(line) < _BYLINE_LONGEST
    return few and not _STOP.search(line) and not line[0].islower() and not line[0].isdigit()


def is_byline(line: str) -> bool:
    """Tell whether a line says who wrote the text ("By Anna Quill in Paris")."""
    who = _BYLINE.fullmatch(line)
    return bool(who and len(line) < _BYLINE_LONGEST and (_NAMES.fullmatch(who["who"]) or _uncased(who["who"])))


def is_date(line: str) -> bool:
    """Tell whether a line is a date, and at most says of what ("Published: 14 May 2024")."""
    return bool(_DATED.fullmatch(line) and dates.iso(line))


def _field(line: str, head: Head) -> bool:
    """Read a line that names its field ("Source: The Harbour Courier")."""
    named = _FIELD.fullmatch(line)
    if not named or len(line) >= _FIELD_LONGEST:
        return False
    field, value = _FIELD_OF[named["name"].lower()], named["value"]
    if field == "byline" and not (_NAMES.fullmatch(value) or _uncased(value)):
        return False
    if field == "published" and not (value := dates.iso(value)):
        return False
    if field and not getattr(head, field):
        setattr(head, field, value)
    return True


def _part(line: str, head: Head, named_only: bool) -> bool:
    """Read a date, a newspaper's name, an address or a byline."""
    if is_date(line):
        head.published = head.published or dates.iso(line)
        return True
    if _is_paper(line):
        source(line, head)
        return True
    if named_only:
        return False
    if is_byline(line) and (who := _BYLINE.fullmatch(line)):
        head.byline = head.byline or one_line(who["who"]).rstrip(",|•· ")
        return True
    if _ADDRESS.fullmatch(line):
        head.address = head.address or line
        return True
    if _HOST.fullmatch(line):
        source(line, head)
        return True
    return bool(_READ_TIME.fullmatch(line))


def _uncased(text: str) -> bool:
    """Tell whether a few words are in a script without capitals: a name there cannot be told by them."""
    return len(text.split()) <= 5 and text.lower() == text.upper()


def _is_paper(line: str) -> bool:
    """Tell whether a line is the name of a newspaper, and at most says what kind of paper it is after a comma."""
    if not may_be_source(line):
        return False
    name, _, rest = line.partition(",")
    listed = re.findall(r"[^\W_]+", name)
    if not 1 < len(listed) <= 6 or len(rest.split()) > 5:
        return False
    cased = all(word[0].isupper() or word in _LINKING for word in listed)
    return cased and any(word.lower() in _papers() for word in (listed[-1], *listed[1:2]))


_LINKING = frozenset("the of de des du la le les del el el der die das di da do e y et und and für for".split())


@cache
def _papers() -> frozenset[str]:
    """Return the words that newspapers' names hold, of all languages."""
    return frozenset().union(*(table(language).papers for language in LANGUAGES))
