"""Issues of articles in French, German and Spanish: the main terms of the lexicon, under its English labels."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from tui.extract.issues.lexicon import Entry, lexicon
from tui.extract.issues.reading import HEAD, STANDFIRST, Page
from tui.extract.issues.words import tokens_of
from tui.extract.table import DATA
from tui.model import Issue

#: The languages in the order of the columns of issues_translated.txt.
LANGUAGES = ("fr", "de", "es")
#: How many issues are listed, and what the least of them must score beside the first.
MOST, LEAST = 6, 0.2
#: Endings that are not compared, with the fewest letters that must stay.
_ENDINGS = {"fr": ("es", "s", "x", "e"), "de": ("en", "er", "es", "em", "e", "n", "s"), "es": ("es", "s")}
_FEWEST = 4


def find_translated(page: Page, language: str, labels: dict[str, str]) -> tuple[Issue, ...]:
    """Return the issues of an article in one of ``LANGUAGES``, the main ones first.

    ``labels`` are those of the topics by code. A single word must come back, or stand at the head of the article.
    """
    places = _places(page, language)
    scores = {entry: _score([page.weights[first] for first, _ in found], found[0]) for entry, found in places.items()}
    ranked = sorted(((entry, score) for entry, score in scores.items() if score), key=lambda each: -each[1])[:MOST]
    return tuple(
        Issue(
            entry.label,
            labels[entry.code],
            entry.code,
            round(score / ranked[0][1], 3),
            tuple(page.doc.span(page.tokens[first].start, page.tokens[last].end) for first, last in places[entry]),
        )
        for entry, score in ranked
        if score >= LEAST * ranked[0][1]
    )


def _score(weights: list[float], place: tuple[int, int]) -> float:
    """Return what the places of a term, the first of them given, say for it: nothing for one word in passing."""
    several = place[1] > place[0]
    if len(weights) == 1 and weights[0] < HEAD and not several:
        return 0.0
    total: float = sum(weights) ** 0.6
    return total * (1.3 if several else 1.0) * (1.2 if max(weights) >= STANDFIRST else 1.0)


def _places(page: Page, language: str) -> dict[Entry, list[tuple[int, int]]]:
    """Return where the terms of a language stand: first and last token, none of them within a person's name."""
    forms = [_form(token.low, language) for token in page.tokens]
    found: dict[Entry, list[tuple[int, int]]] = defaultdict(list)
    runs, prefixes = _terms(language)
    for sentence in page.sentences:
        for at in sentence:
            if at in page.barred:
                continue
            for words, entry in runs.get(forms[at], []):
                if at + len(words) <= sentence.stop and tuple(forms[at : at + len(words)]) == words:
                    found[entry].append((at, at + len(words) - 1))
            for prefix, entry in prefixes.get(forms[at][:_FEWEST], []):
                if page.tokens[at].low.startswith(prefix):
                    found[entry].append((at, at))
    return found


def _form(word: str, language: str) -> str:
    """Return a folded word without an elided article and its ending.

    >>> _form("l'inflation", "fr"), _form("vignerons", "fr"), _form("huelgas", "es")
    ('inflation', 'vigneron', 'huelga')
    """
    before, _, after = word.rpartition("'")
    word = after if len(before) < 3 else word
    for ending in _ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= _FEWEST:
            return word[: -len(ending)]
    return word


@cache
def _terms(
    language: str,
) -> tuple[dict[str, list[tuple[tuple[str, ...], Entry]]], dict[str, list[tuple[str, Entry]]]]:
    """Return the terms of a language by their first word, and those with any ending by their first letters."""
    entries = lexicon().entries
    runs: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    prefixes: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    text = (DATA / "issues_translated.txt").read_text("utf8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        label, *columns = line.split("|")
        for term in columns[LANGUAGES.index(language)].split(","):
            words = [token.low for token in tokens_of(term)]
            if term.endswith("*"):
                prefixes[words[0][:_FEWEST]].append((words[0], entries[label]))
            else:
                forms = tuple(_form(word, language) for word in words)
                runs[forms[0]].append((forms, entries[label]))
    return runs, prefixes
