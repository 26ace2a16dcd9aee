"""Which keys run which action: how keys are written, presets with a reader's own changes, what is wrong with these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tui.actions import ACTIONS, BY_ID, PLACES, PRESETS, Action, Place
from tui.text import suggestion

#: Names of the keys that are not a character, as they are written in the configuration.
KEY_NAMES = frozenset(
    "space enter tab escape backspace delete insert up down left right home end pageup pagedown".split()
    + [f"f{number}" for number in range(1, 13)]
)
_MODIFIERS = ("ctrl", "alt", "shift")
_SHOWN = {
    "space": "Space", "enter": "Enter", "tab": "Tab", "escape": "Esc", "backspace": "Backspace", "delete": "Delete",
    "insert": "Insert", "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home", "end": "End",
    "pageup": "PageUp", "pagedown": "PageDown",
}  # fmt: skip


class Fault(NamedTuple):
    """Something wrong with a setting: its dotted name, what is wrong, and what may help."""

    setting: str
    what: str
    hint: str = ""


def show_key(key: str) -> str:
    """Return a key as people write it: ``pagedown`` as ``PageDown``."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    return "+".join([*modifiers, _SHOWN.get(last, last.upper() if last in KEY_NAMES else last)])


def parse_key(written: str) -> str | None:
    """Return the one spelling of a key that the program uses, or nothing if there is no such key."""
    if len(written) == 1:
        return None if written.isspace() else written
    *modifiers, last = written.split("+") if not written.endswith("++") else [*written[:-2].split("+"), "+"]
    modifiers = [modifier.lower() for modifier in modifiers]
    last = last if len(last) == 1 else last.lower()
    if any(modifier not in _MODIFIERS for modifier in modifiers) or not (len(last) == 1 or last in KEY_NAMES):
        return None
    if "ctrl" in modifiers:
        last = last.lower()
    return "+".join([*[modifier for modifier in _MODIFIERS if modifier in modifiers], last])


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which keys run which action: ``keys`` by the action's id, and ``places`` by place and then key."""

    keys: Mapping[str, tuple[str, ...]]
    places: Mapping[Place, Mapping[str, Action]]

    def find(self, key: str, places: Iterable[Place]) -> Action | None:
        """Return the action of a key in the first of these places that knows it.

        Behind them stand what reaches every pane, where the reader's article is among the places of the screen, and
        what is everywhere.
        """
        asked = list(places)
        for place in asked:
            if action := self.places[place].get(key):
                return action
        reaching = self.places["article"].get(key) if {"lists", "panel"} & set(asked) else None
        if reaching and reaching.reach and "bookmarks" not in asked:
            return reaching
        return self.places["everywhere"].get(key)

    def key(self, id: str) -> str:
        """Return the first key of an action as people write it; empty if it has none."""
        keys = self.keys.get(id, ())
        return show_key(keys[0]) if keys else ""

    def shown(self, id: str) -> str:
        """Return all the keys of an action as people write them, spaces between."""
        return " ".join(show_key(key) for key in self.keys.get(id, ()))


def resolve(
    preset: str = "default", changed: Mapping[str, str | list[str]] | None = None
) -> tuple[Keymap, list[Fault]]:
    """Return the keys of a preset with a reader's own changes, and what is wrong with these.

    ``changed`` gives keys by an action's id. A faulty line is left out and the rest holds; where two actions of one
    place want the same key, the one that the reader named gets it.
    """
    faults: list[Fault] = []
    own: dict[str, tuple[str, ...]] = {}
    for id, written in (changed or {}).items():
        if id in BY_ID:
            own[id] = _parsed(id, written, faults)
        else:
            faults.append(Fault(f"keys.{id}", f"no action is called “{id}”", suggestion(id, BY_ID)))
    base = {id: tuple(keys.split()) for id, keys in PRESETS.get(preset, {}).items()}
    keys = {action.id: own.get(action.id, base.get(action.id, action.keys)) for action in ACTIONS}
    return _assign(keys, own, faults), faults


def _parsed(id: str, written: str | list[str], faults: list[Fault]) -> tuple[str, ...]:
    parsed: list[str] = []
    for key in written.split() if isinstance(written, str) else written:
        if (name := parse_key(key)) is not None:
            parsed.append(name)
        else:
            faults.append(
                Fault(f"keys.{id}", f"no key is called “{key}”", suggestion(key.split("+")[-1].lower(), KEY_NAMES))
            )
    return tuple(dict.fromkeys(parsed))


def _assign(keys: Mapping[str, tuple[str, ...]], own: Mapping[str, tuple[str, ...]], faults: list[Fault]) -> Keymap:
    """Give every key of every place to one action, those that the reader named first."""
    places: dict[Place, dict[str, Action]] = {place: {} for place in PLACES}
    left: dict[str, list[str]] = {action.id: [] for action in ACTIONS}
    for action in sorted(ACTIONS, key=lambda action: action.id not in own):
        for key in keys[action.id]:
            holder = _holder(key, action, places)
            if holder is None:
                places[action.place][key] = action
                left[action.id].append(key)
            elif own:
                faults.append(_clash(key, action, holder, own))
    return Keymap({id: tuple(kept) for id, kept in left.items()}, places)


def _holder(key: str, action: Action, places: Mapping[Place, Mapping[str, Action]]) -> Action | None:
    """Return the action that has a key already where ``action`` wants it.

    What is everywhere would hide, or be hidden by, the same key of a place; while a find or a selection is active its
    keys come first on purpose.
    """
    if holder := places[action.place].get(key):
        return holder
    if action.place == "everywhere":
        return next((place[key] for name, place in places.items() if key in place and name not in _OVER), None)
    return None if action.place in _OVER else places["everywhere"].get(key)


_OVER: tuple[Place, ...] = ("find", "selection")


def _clash(key: str, loser: Action, holder: Action, own: Mapping[str, tuple[str, ...]]) -> Fault:
    named = loser if loser.id in own else holder
    other = holder if named is loser else loser
    where = PLACES[named.place if named.place != "everywhere" else other.place].lower()
    what = f"“{show_key(key)}” is also the key of “{other.id}” ({other.label}) in this place: {where}"
    return Fault(f"keys.{named.id}", what, f"“{holder.id}” has it now; give “{loser.id}” another key.")
