"""A quotation with its source, in one line or in the style of a publication manual."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from tui.export.fields import MONTHS, Day, Name, authors, day, origin, speaker, title, web_address
from tui.model import Bookmark

Style = Literal["apa", "mla", "chicago"]
STYLES: tuple[Style, ...] = ("apa", "mla", "chicago")

# The shortened months of the MLA Handbook (9th edition, appendix 1).
_MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def copy_text(bookmark: Bookmark) -> str:
    """Return a quotation for the clipboard: “words” — speaker, title, site, date, address; what is unknown left out."""
    when = day(bookmark.published)
    known = (speaker(bookmark), title(bookmark), bookmark.site, str(when) if when else "", web_address(bookmark))
    return f"“{bookmark.text}” — {', '.join(dict.fromkeys(part for part in known if part))}"


def cite(bookmark: Bookmark, style: Style) -> str:
    """Return a quotation with its citation in the text, an empty line, and the reference, in a style.

    APA (7th edition), MLA (9th), Chicago (17th, notes and bibliography, where the citation is the note itself).
    """
    in_text, reference = _STYLES[style]
    return f"“{bookmark.text}” {in_text(bookmark)}\n\n{reference(bookmark)}"


def _apa_in_text(bookmark: Bookmark) -> str:
    when = day(bookmark.published)
    names = _families(authors(bookmark.byline), "&") or f"“{title(bookmark)}”"
    said_by = f"{speaker(bookmark)}, as cited in " if bookmark.speaker else ""
    return f"({said_by}{names}, {when.year if when else 'n.d.'})"


def _apa_reference(bookmark: Bookmark) -> str:
    when = day(bookmark.published)
    dated = f"({_apa_date(when)})" if when else "(n.d.)"
    names = _apa_names(authors(bookmark.byline))
    head = (
        f"{_stopped(names)} {dated}. {_stopped(title(bookmark))}" if names else f"{_stopped(title(bookmark))} {dated}."
    )
    return _sentences(head, _stopped(_where(bookmark)), web_address(bookmark))


def _apa_date(when: Day) -> str:
    month = f", {MONTHS[when.month - 1]}" if when.month else ""
    return f"{when.year}{month}{f' {when.day}' if when.day else ''}"


def _apa_names(names: tuple[Name, ...]) -> str:
    written = [f"{name.family}, {_initials(name.given)}" if name.given else name.family for name in names]
    return written[0] if len(written) == 1 else ", & ".join(filter(None, (", ".join(written[:-1]), *written[-1:])))


def _initials(given: str) -> str:
    return " ".join("-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in given.split())


def _mla_in_text(bookmark: Bookmark) -> str:
    names = _families(authors(bookmark.byline), "and") or f"“{title(bookmark)}”"
    return f"({speaker(bookmark)}, qtd. in {names})" if bookmark.speaker else f"({names})"


def _mla_reference(bookmark: Bookmark) -> str:
    when = day(bookmark.published)
    month = _MLA_MONTHS[when.month - 1] if when and when.month else ""
    dated = " ".join(filter(None, (str(when.day or "") if when else "", month, str(when.year) if when else "")))
    details = [_where(bookmark), dated, web_address(bookmark).split("://", 1)[-1]]
    names = authors(bookmark.byline)
    return _sentences(
        _stopped(_inverted(names, "et al.") if names else ""),
        f"“{_stopped(title(bookmark))}”",
        _stopped(", ".join(filter(None, details))),
    )


def _chicago_note(bookmark: Bookmark) -> str:
    when = day(bookmark.published)
    names = _joined([str(name) for name in authors(bookmark.byline)], "and")
    details = [names, f"“{title(bookmark)},”", _where(bookmark), _american(when), web_address(bookmark)]
    note = ", ".join(part for part in details if part).replace(",”,", ",”")
    return f"({speaker(bookmark)}, quoted in {note})" if bookmark.speaker else f"({note})"


def _chicago_reference(bookmark: Bookmark) -> str:
    names = authors(bookmark.byline)
    where = ", ".join(filter(None, (_where(bookmark), _american(day(bookmark.published)))))
    return _sentences(
        _stopped(_inverted(names, "") if names else ""),
        f"“{_stopped(title(bookmark))}”",
        _stopped(where),
        _stopped(web_address(bookmark)),
    )


def _american(when: Day | None) -> str:
    if when is None:
        return ""
    month = MONTHS[when.month - 1] if when.month else ""
    return f"{month} {when.day}, {when.year}" if when.day else f"{month} {when.year}".strip()


def _families(names: tuple[Name, ...], last: str) -> str:
    """Return the authors by family name, as a citation in the text gives them: from three on, the first alone."""
    if len(names) > 2:
        return f"{names[0].family} et al."
    return f" {last} ".join(name.family for name in names)


def _inverted(names: tuple[Name, ...], crowd: str) -> str:
    """Return the authors, the first by family name; from three on the first and ``crowd``, if there is such a word."""
    first = f"{names[0].family}, {names[0].given}" if names[0].given else names[0].family
    if crowd and len(names) > 2:
        return f"{first}, {crowd}"
    rest = [str(name) for name in names[1:]]
    return f"{first}, {_joined(rest, 'and', after_one=True)}" if rest else first


def _joined(names: list[str], last: str, *, after_one: bool = False) -> str:
    """Join names by commas and a word before the last; ``after_one``: another name stands before them."""
    if len(names) == 1:
        return f"{last} {names[0]}" if after_one else names[0]
    comma = "," if len(names) > 2 or after_one else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}" if names else ""


def _where(bookmark: Bookmark) -> str:
    """Return where an article stood, unless that is already its title for want of another."""
    where = origin(bookmark)
    return "" if where == title(bookmark) else where


def _stopped(words: str) -> str:
    """Return words that end as a sentence does."""
    return words if not words or words[-1] in ".!?…" else f"{words}."


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)


_STYLES: dict[Style, tuple[Callable[[Bookmark], str], Callable[[Bookmark], str]]] = {
    "apa": (_apa_in_text, _apa_reference),
    "mla": (_mla_in_text, _mla_reference),
    "chicago": (_chicago_note, _chicago_reference),
}
