"""The list of corrections: what was corrected, where it holds, and since when."""

from __future__ import annotations

from pathlib import PurePath

from tui.corrections import Correction
from tui.store.corrections import Listed
from tui.text import one_line
from tui.ui.widgets.row_list import ItemList, Line, Piece, between, fit

_KINDS = {"": "text", "people": "person", "countries": "country", "issues": "issue", "quotes": "quote"}
#: How much of a long passage stands before what was done with it, in cells.
_SHOWN = 60


class CorrectionList(ItemList[Listed]):
    """Two lines a correction."""

    row_height = 2

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return what was corrected; its kind, where it holds, and when it was made."""
        listed = self.items[index]
        kind = _KINDS[listed.correction.kind]
        day: Line = [Piece(f" {listed.created[:10]} ", "row--dim")]
        place = Piece(where(listed), "row--accent" if listed.correction.scope == "always" else "row--dim")
        return [
            between(_what(listed.correction), [Piece(f" {kind} ", "row--dim")], width),
            between([Piece("  "), place], day, width),
        ]


def _what(correction: Correction) -> Line:
    """Return what was corrected, as a line."""
    text, into = one_line(correction.text), one_line(correction.into)
    if correction.kind in ("", "quotes"):
        text = f"“{fit(text, _SHOWN)}”"
    name = Piece(text, "row--strong")
    match correction.what:
        case "restore" | "cut" | "hide":
            done = {"restore": "restored ", "cut": "cut ", "hide": "hidden "}[correction.what]
            return [Piece(done, "row--mark"), name]
        case "merge":
            return [name, Piece(" is ", "row--mark"), Piece(into, "row--strong")]
    if correction.kind == "quotes":
        return [name, Piece(" is said by ", "row--mark"), Piece(into or "nobody known", "row--strong")]
    return [name, Piece(" is called ", "row--mark"), Piece(into, "row--strong")]


def where(listed: Listed) -> str:
    """Return where a correction holds, in words."""
    scope, place = listed.correction.scope, one_line(listed.correction.place)
    if scope == "always":
        return "in every article"
    if scope == "article":
        return f"in “{listed.title}”" if listed.title else f"in {PurePath(place).name or place}, which is not here"
    kind, _, name = place.partition(":")
    if kind == "folder":
        return f"in articles of the folder {name}"
    return f"in articles of {listed.title or name}"


def searched(listed: Listed) -> str:
    """Return the words by which a correction is found."""
    correction = listed.correction
    return f"{correction.text} {correction.into} {correction.what} {_KINDS[correction.kind]} {where(listed)}"
