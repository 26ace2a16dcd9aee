"""Rivers and lakes that states are named after: "up the Niger", "the Jordan valley", "Lake Malawi"."""

from __future__ import annotations

from tui.extract.countries.article import Text
from tui.extract.countries.contexts import (
    BARE_RIVERS,
    LAKE_BEFORE,
    LAKE_STATES,
    RIVER_AFTER,
    RIVER_BEFORE,
    RIVER_STATES,
    RIVER_VERBS,
    SMALL,
    STRETCHES,
)
from tui.extract.countries.gazetteer import Kind, Sense
from tui.extract.countries.scan import Match


def is_water(match: Match, sense: Sense, text: Text) -> bool:
    """Tell whether the name of a state stands for the river or the lake that it is named after."""
    if sense.kind is not Kind.NAME or sense.code not in RIVER_STATES | LAKE_STATES:
        return False
    before, after = text.at(match.first - 1), text.at(match.last + 1)
    led = before is not None and text.words[match.first].joined
    if before is not None and led and sense.code in LAKE_STATES and before.key in LAKE_BEFORE:
        return True
    if sense.code not in RIVER_STATES:
        return False
    if before is not None and led and before.key in RIVER_BEFORE:
        return True
    if after is not None and after.joined and after.key in RIVER_AFTER:
        return True
    return text.language == "en" and _has_article(match, text) and _as_river(match, sense, text)


def _has_article(match: Match, text: Text) -> bool:
    """Tell whether "the" stands before a name, or "the Upper", as it does before a river's."""
    at = match.first - 1
    word = text.at(at)
    if text.words[match.first].key == "the":
        return True
    if word is not None and word.joined and word.key in STRETCHES:
        word = text.at(at - 1)
    return word is not None and word.key == "the" and text.words[match.first].joined


def _as_river(match: Match, sense: Sense, text: Text) -> bool:
    """Tell whether a name behind "the" is used as a river's: as a noun of its own, where the state has no article."""
    last, after = text.words[match.last], text.at(match.last + 1)
    follows = after is not None and after.joined
    if after is not None and follows and after.key in RIVER_VERBS:
        return True
    if sense.code not in BARE_RIVERS or text.flat[last.end : last.end + 1] in ("–", "—", "/"):
        return False
    return not follows or last.text.endswith(("'s", "’s")) or (after is not None and after.key in SMALL)
