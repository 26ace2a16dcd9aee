"""What a terminal sends for a key comes out as the key that the registry names."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from tui.actions import ACTIONS, PRESETS
from tui.keymap import resolve
from tui.ui.keys import key_name

#: What xterm sends for the keys that are no character (its control sequences, "PC-Style Function Keys").
SENT = {
    "space": " ", "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "escape": "\x1b", "delete": "\x1b[3~",
    "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H",
    "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B",
}  # fmt: skip


def sent(key: str) -> str:
    """Return what a terminal sends for a key of the registry."""
    if key in SENT:
        return SENT[key]
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if modifiers == ["ctrl"]:
        return chr(ord(last.upper()) & 0x1F)
    assert modifiers in ([], ["alt"]), key
    return "\x1b" * len(modifiers) + last


def read(written: str) -> list[str]:
    """Return the names of the keys that the bytes of a terminal stand for."""
    parser = XTermParser()
    messages = [*parser.feed(written), *parser.feed("")]
    return [key_name(message) for message in messages if isinstance(message, events.Key)]


@pytest.mark.parametrize("preset", PRESETS)
def test_every_action_is_reached_from_a_terminal(preset: str) -> None:
    keymap, _ = resolve(preset)
    unheard = []
    for action in ACTIONS:
        keys = keymap.keys[action.id]
        heard = [read(sent(key)) == [key] for key in keys]
        # Textual drops the Alt of a sign: the sign alone is to do the same.
        unheard += [(action.id, key) for key, well in zip(keys, heard, strict=True) if not well and key[4:] not in keys]
    assert unheard == []


def test_alt_is_told_from_the_letter_alone() -> None:
    assert [read(written) for written in ("x", "\x1bx", "\x1bA", "\x1b[120;3u")] == [
        ["x"],
        ["alt+x"],
        ["alt+A"],
        ["alt+x"],
    ]
