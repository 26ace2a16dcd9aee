"""The one registry of what a key can do: bindings, palette, hints, help and the documents are all made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = Literal["everywhere", "article", "panel", "lists", "feeds", "bookmarks", "corrections", "find", "selection"]

#: The places in the order in which the documents list them, and how they are called there.
PLACES: dict[Place, str] = {
    "everywhere": "Everywhere",
    "article": "Article",
    "selection": "While selecting",
    "find": "While a find is active",
    "panel": "Panel",
    "lists": "Lists",
    "feeds": "Feeds",
    "bookmarks": "Bookmarks",
    "corrections": "Corrections",
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a key does.

    ``keys`` are the default ones; none means that the palette alone offers it. ``label`` is a word or two for hints and
    the palette, ``help`` a sentence. ``reach`` tells that the key acts from every pane of the reader where it has no
    other meaning.
    """

    id: str
    place: Place
    keys: tuple[str, ...]
    label: str
    help: str
    reach: bool = False


def _actions(place: Place, *rows: tuple[str, str, str, str], reach: bool = False) -> tuple[Action, ...]:
    return tuple(Action(id, place, tuple(keys.split()), label, text, reach) for id, keys, label, text in rows)


ACTIONS: tuple[Action, ...] = (
    *_actions(
        "everywhere",
        ("help", "?", "keys", "Show the keys of this place."),
        ("palette", ": ctrl+p", "actions", "Find any action by its name and run it."),
        ("find", "/", "find", "Find words in the article; in a list, filter titles and sources."),
        ("pane-next", "l tab", "next pane", "Go to the next pane."),
        ("pane-previous", "h shift+tab", "previous pane", "Go to the previous pane."),
        ("people", "1", "people", "Go to the people of the article."),
        ("countries", "2", "countries", "Go to the countries of the article."),
        ("issues", "3", "issues", "Go to the issues of the article."),
        ("quotes", "4", "quotes", "Go to the quotes of the article."),
        ("bookmarks", "'", "bookmarks", "Open the bookmarks."),
        ("corrections", '"', "corrections", "List what you have corrected in texts and panels."),
        ("feeds", "0", "feeds", "Go to the feeds and lists of the library."),
        ("refresh", "r", "refresh", "Ask this feed, or the feeds of this list, for what is new."),
        ("refresh-all", "R", "refresh all", "Ask every feed for what is new."),
        (
            "refresh-anyway",
            "ctrl+r",
            "refresh anyway",
            "Ask this feed, or the feeds of this list, even where a server asked for patience.",
        ),
        ("failing", "!", "failing feeds", "List the feeds that could not be read, with the reason and what to do."),
        ("undo", "U", "undo", "Take back the last change, even one made before the last start."),
        ("back", "q", "back", "Go back; in the outermost place, quit."),
        ("quit", "Q", "quit", "Quit at once."),
        ("cancel", "escape", "cancel", "Leave a find, a selection or the panel."),
        ("copy-selection", "ctrl+c", "copy selection", "Copy what is selected, or say how to quit."),
        ("suspend", "ctrl+z", "suspend", "Put the reader into the background of the shell."),
        ("theme", "", "dark or light", "Change between the dark and the light theme."),
    ),
    *_actions(
        "article",
        ("line-down", "j down", "line down", "Scroll down by a line."),
        ("line-up", "k up", "line up", "Scroll up by a line."),
        ("page-down", "space pagedown", "page down", "Scroll down by a page; at the end, open the next unread."),
        ("page-up", "- pageup", "page up", "Scroll up by a page."),
        ("half-down", "d", "half a page down", "Scroll down by half a page."),
        ("half-up", "u", "half a page up", "Scroll up by half a page."),
        ("top", "g home", "beginning", "Go to the beginning of the article."),
        ("bottom", "G end", "end", "Go to the end of the article."),
    ),
    *_actions(
        "article",
        ("quote-next", "]", "next quote", "Go to the next quote."),
        ("quote-previous", "[", "previous quote", "Go to the previous quote."),
        ("keep", "b m", "keep", "Bookmark the quote under the cursor, or the passage selected."),
        ("keep-note", "M", "keep with a note", "Bookmark it and write a note."),
        ("select-sentence", "v", "select", "Select by the sentence."),
        ("select-word", "w", "select words", "Select by the word."),
        ("copy", "y", "copy", "Copy the quote or the passage selected, with its citation."),
        ("next-unread", "n", "next unread", "Open the next unread article."),
        ("previous-unread", "p", "previous unread", "Open the previous unread article."),
        ("unread", "N", "unread again", "Mark the article unread; it stays so until it is opened again."),
        ("star", "s", "star", "Star the article, or take its star away."),
        ("later", "L", "later", "Put the article on the list of those to read later, or take it off."),
        ("removed", "x", "removed text", "Show what was removed from the article, in its place; hide it again."),
        ("restore", "X", "restore", "Put a removed passage back: here, always for this source, or always."),
        ("browser", "o", "browser", "Open the article's address in the browser."),
        ("links", ";", "links", "List the links of the article."),
        reach=True,
    ),
    *_actions(
        "selection",
        ("selection-down", "j down", "move on", "Move the whole selection on by a sentence or word."),
        ("selection-up", "k up", "move back", "Move the whole selection back by a sentence or word."),
        ("extend", "J l right shift+down", "extend", "Add the next sentence or word to the selection."),
        ("shrink", "K h left shift+up", "shrink", "Take the last sentence or word off the selection."),
        ("cut", "X delete", "cut", "Cut the selection out: here, always for this source, or always."),
    ),
    *_actions(
        "find",
        ("match-next", "n", "next match", "Go to the next match."),
        ("match-previous", "N", "previous match", "Go to the previous match."),
    ),
    *_actions(
        "panel",
        ("row-down", "j down", "row down", "Go down a row; its mentions light up in the text."),
        ("row-up", "k up", "row up", "Go up a row; its mentions light up in the text."),
        ("mention-next", "enter", "next mention", "Go to the next mention of this row; to the words of a quote."),
        ("mention-previous", "backspace", "previous mention", "Go to the previous mention of this row."),
        ("dossier", "D", "dossier", "Open the dossier: every article, every quote said, who it is mentioned with."),
        ("hide", "delete", "hide", "Hide an entry that is wrong, in this article or always."),
        ("rename", "e", "rename", "Give a person or issue another name; a quote, another speaker."),
        ("merge", "m", "merge", "Merge this person with another one who is the same."),
        ("filter-quotes", "f", "their quotes", "List the quotes of this person, or of this quote's speaker, alone."),
        ("group-quotes", "t", "by speaker", "List the quotes by their speakers, or as they stand in the text."),
    ),
    *_actions(
        "lists",
        ("down", "j down", "down", "Go down a row."),
        ("up", "k up", "up", "Go up a row."),
        ("list-page-down", "space pagedown", "page down", "Go down by a page."),
        ("list-page-up", "- pageup", "page up", "Go up by a page."),
        ("first", "g home", "first", "Go to the first row."),
        ("last", "G end", "last", "Go to the last row."),
        ("open", "enter", "open", "Open the row."),
        (
            "all-read",
            "A",
            "all read",
            "Mark read what is listed, and nothing that came since; on a feed, what is in it.",
        ),
        ("add", "a", "add", "Subscribe to the feed of an address; a page without one is kept as an article."),
        ("query", "F", "query", "List what answers a query: words, unread, starred, later, feed: folder: tag: since:."),
        ("keep-query", "S", "keep query", "Keep the query that is listed as a smart folder."),
    ),
    *_actions(
        "feeds",
        (
            "feed-title",
            "e",
            "name",
            "Give the feed, folder or smart folder another name; an empty one brings its own back.",
        ),
        ("folder-fold", "z", "close or open", "Close the folder, or the one that the feed is in; open it again."),
        ("folder-open", "right", "open folder", "Open the folder."),
        ("folder-close", "left", "close folder", "Close the folder, or the one that the feed or folder is in."),
        ("folders-fold", "Z", "close or open all", "Close all folders, or open all again."),
        ("feed-folder", "f", "folder", "Put the feed into a folder; News/Local is a folder in a folder."),
        ("feed-tags", "t", "tags", "Write the feed's tags, with spaces between them."),
        ("feed-mute", "m", "mute", "Keep the feed's articles out of all lists but its own, or let them in again."),
        ("feed-full-text", "i", "full text", "Decide when entries are completed from their pages."),
        ("feed-address", "c", "address", "Change the feed's address, or the smart folder's query."),
        ("feed-remove", "d delete", "unsubscribe", "Unsubscribe, or take the smart folder away; undo brings it back."),
    ),
    *_actions(
        "bookmarks",
        ("edit-note", "e", "note", "Write the bookmark's note."),
        ("edit-tags", "t", "tags", "Write the bookmark's tags, with spaces between them."),
        ("edit-speaker", "S", "speaker", "Write who speaks."),
        ("colour", "c", "colour", "Give the bookmark the next of the five colours."),
        ("delete", "d delete", "delete", "Delete what is marked, or the bookmark; undo brings it back."),
        ("mark", "space", "mark", "Mark the bookmark: tags, colour, export and delete go for all that are marked."),
        ("mark-all", "A", "mark all", "Mark all that is listed, or take the marks away."),
        ("filter", "F", "filter", "Keep to a tag, speaker, source, month, colour, guesses or what is adrift."),
        ("export", "E", "export", "Write what is marked, or all that is listed, to a file of the format you choose."),
        ("sort", "o", "sort", "Sort by newest, oldest, speaker or source."),
        ("copy-bookmark", "y", "copy", "Copy the bookmark's words with their citation."),
    ),
    *_actions(
        "corrections",
        ("correction-remove", "d delete", "take back", "Take the correction back; undo makes it again."),
        ("corrections-export", "E", "export", "Write every correction to a TOML file."),
        ("corrections-import", "I", "import", "Take corrections in from a TOML file."),
    ),
)

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}

#: Named sets of keys: what differs from the default, by the action's id.
PRESETS: dict[str, dict[str, str]] = {
    "default": {},
    "less": {
        "line-down": "j e down enter",
        "line-up": "k y up",
        "page-down": "space f pagedown ctrl+f ctrl+v",
        "page-up": "b - pageup ctrl+b",
        "half-down": "d ctrl+d",
        "half-up": "u ctrl+u",
        "top": "g home <",
        "bottom": "G end >",
        "keep": "m",
        "copy": "c",
        "list-page-down": "space f pagedown ctrl+f",
        "list-page-up": "b - pageup ctrl+b",
    },
    "newsboat": {
        "palette": ": ctrl+p",
        "half-down": "d ctrl+d",
        "half-up": "ctrl+u",
        "keep": "ctrl+b b m",
        "links": "u ;",
        "next-unread": "n J",
        "previous-unread": "p K",
        "all-read": "A C",
    },
    "emacs": {
        "palette": "alt+x",
        "find": "ctrl+s /",
        "cancel": "ctrl+g escape",
        "undo": "ctrl+_ U",
        "copy-selection": "alt+w ctrl+c",
        "line-down": "ctrl+n j down",
        "line-up": "ctrl+p k up",
        "page-down": "ctrl+v space pagedown",
        "page-up": "alt+v - pageup",
        "top": "alt+< < g home",
        "bottom": "alt+> > G end",
        "selection-down": "ctrl+n j down",
        "selection-up": "ctrl+p k up",
        "extend": "alt+e J l right shift+down",
        "shrink": "alt+a K h left shift+up",
        "row-down": "ctrl+n j down",
        "row-up": "ctrl+p k up",
        "down": "ctrl+n j down",
        "up": "ctrl+p k up",
        "list-page-down": "ctrl+v space pagedown",
        "list-page-up": "alt+v - pageup",
        "first": "alt+< < g home",
        "last": "alt+> > G end",
    },
}
