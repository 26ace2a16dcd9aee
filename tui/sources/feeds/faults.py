"""What is wrong with the entries of a feed that can be read, for people."""

from __future__ import annotations

from collections.abc import Sequence

from tui.sources.feeds.records import ParsedEntry


def faults(entries: Sequence[ParsedEntry]) -> tuple[str, ...]:
    """Return a line for each kind of fault that the entries have."""
    if not entries:
        return ("it has no entries",)
    found = []
    if missing := sum(not entry.id and not entry.link for entry in entries):
        found.append(f"entries with neither id nor link: {missing}")
    ids = [entry.id for entry in entries if entry.id]
    if doubled := len(ids) - len(set(ids)):
        found.append(f"entries with the id of another: {doubled}")
    if undated := sum(not entry.published and not entry.updated for entry in entries):
        found.append(f"entries without a date that can be read: {undated}")
    return tuple(found)
