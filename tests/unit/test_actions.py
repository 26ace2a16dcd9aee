"""The registry of actions: its own order, remapping by id, and what is said of a wrong line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import actions
from tui.actions import ACTIONS, BY_ID, PRESETS
from tui.keymap import KEY_NAMES, parse_key, resolve


def test_ids_are_unique_and_every_action_says_what_it_does() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert all(action.label and action.help.endswith(".") for action in ACTIONS)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_known_actions_and_gives_no_key_twice(preset: str) -> None:
    assert set(PRESETS[preset]) <= set(BY_ID)
    keymap, faults = resolve(preset, {"theme": []})
    assert faults == []
    wanted = {action.id: PRESETS[preset].get(action.id, " ".join(action.keys)).split() for action in ACTIONS}
    assert {id: list(keys) for id, keys in keymap.keys.items()} == wanted


def test_every_key_of_the_registry_is_spelt_as_the_program_spells_it() -> None:
    written = [key for action in ACTIONS for key in action.keys]
    written += [key for preset in PRESETS.values() for keys in preset.values() for key in keys.split()]
    assert [parse_key(key) for key in written] == written


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Space", "space"), ("Ctrl+P", "ctrl+p"), ("G", "G"), ("PageDown", "pagedown"), ("+", "+"), ("alt+<", "alt+<"),
        ("Shift+Tab", "shift+tab"), ("shift+ctrl+f1", "ctrl+shift+f1"), ("ctrl++", "ctrl++"), ("é", "é"),
        ("spade", None), ("hyper+x", None), ("", None), (" ", None), ("ctrl+", None),
    ],
)  # fmt: skip
def test_a_key_has_one_spelling(written: str, key: str | None) -> None:
    assert parse_key(written) == key


@given(st.text(max_size=12))
def test_parsing_a_key_twice_changes_nothing(written: str) -> None:
    key = parse_key(written)
    assert key is None or parse_key(key) == key


def test_a_key_of_a_place_comes_before_one_that_reaches_it() -> None:
    keymap, _ = resolve()
    assert _id(keymap.find("j", ["article"])) == "line-down"
    assert _id(keymap.find("j", ["panel"])) == "row-down"
    assert _id(keymap.find("j", ["selection", "article"])) == "selection-down"
    assert _id(keymap.find("n", ["find", "article"])) == "match-next"
    assert _id(keymap.find("n", ["article"])) == "next-unread"
    assert _id(keymap.find("b", ["panel"])) == "keep"
    assert _id(keymap.find("]", ["lists"])) == "quote-next"
    assert _id(keymap.find("d", ["panel"])) is None
    assert _id(keymap.find("?", ["lists"])) == "help"
    assert _id(keymap.find("o", ["bookmarks", "lists"])) == "sort"
    assert _id(keymap.find("x", ["bookmarks", "lists"])) is None


def _id(action: actions.Action | None) -> str | None:
    return action.id if action else None


def test_a_key_is_changed_by_the_id_of_its_action() -> None:
    keymap, faults = resolve("default", {"keep": "K ctrl+k", "removed": ["Z"], "browser": ""})
    assert faults == []
    assert keymap.keys["keep"] == ("K", "ctrl+k")
    assert keymap.find("b", ["article"]) is None
    assert keymap.find("o", ["article"]) is None
    assert keymap.key("removed") == "Z"


def test_an_unknown_id_and_an_unknown_key_are_told_with_the_nearest_name() -> None:
    _, faults = resolve("default", {"keap": "z", "top": "Pagdown"})
    assert [fault.setting for fault in faults] == ["keys.keap", "keys.top"]
    assert "“keep”" in faults[0].hint
    assert "“pagedown”" in faults[1].hint


def test_a_clash_is_told_and_the_key_is_the_one_that_the_reader_named() -> None:
    keymap, faults = resolve("default", {"keep": "x"})
    (fault,) = faults
    assert fault.setting == "keys.keep"
    assert "removed" in fault.what and "article" in fault.what
    assert _id(keymap.find("x", ["article"])) == "keep"


def test_a_key_that_hides_one_from_everywhere_is_a_clash() -> None:
    _, faults = resolve("default", {"keep": "?"})
    assert [fault.setting for fault in faults] == ["keys.keep"]
    _, faults = resolve("default", {"bookmarks": "j"})
    assert faults and {fault.setting for fault in faults} == {"keys.bookmarks"}


def test_two_changed_keys_that_clash_are_told_once() -> None:
    _, faults = resolve("default", {"keep": "z", "copy": "z"})
    assert len(faults) == 1


def test_moving_a_key_from_one_action_to_another_is_no_clash() -> None:
    _, faults = resolve("default", {"keep": "x", "removed": "b"})
    assert faults == []


def test_keys_are_shown_as_people_write_them() -> None:
    keymap, _ = resolve()
    assert keymap.shown("page-down") == "Space PageDown"
    assert keymap.key("theme") == ""
    assert "space" in KEY_NAMES
