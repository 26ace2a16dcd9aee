"""The tagger: a linear-chain CRF that reads a text line by line and says which words name whom or what."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

import pycrfsuite

from tui.extract.people.features import features, tokens
from tui.extract.people.tagging import BODY, PERSON, PLACE, Belief, Named, Tags
from tui.extract.table import DATA

# A capital behind an elided particle: "d’Aubigny".
_ELIDED = re.compile("[’'][A-ZÀ-Þ]")
#: The model of each language that has one.
MODELS = {"en": "names.crfsuite"} | {language: f"names_{language}.crfsuite" for language in ("de", "es", "fr", "pt")}


@lru_cache(None)
def own_tagger(language: str) -> CrfTagger | None:
    """Return the program's own tagger for a language, none where it was trained for none; loaded when it first tags."""
    model = MODELS.get(language or "en")
    return CrfTagger(model, language or "en") if model else None


_LABELS = tuple((f"B-{kind}", f"I-{kind}") for kind in (PERSON, BODY, PLACE))


class CrfTagger:
    """A tagger of the program's own."""

    name = ""

    def __init__(self, model: str, language: str) -> None:
        self._file = DATA / model
        self._language = language

    @cached_property
    def _model(self) -> pycrfsuite.Tagger:
        model = pycrfsuite.Tagger()
        model.open(str(self._file))
        return model

    def tag(self, text: str) -> Tags:
        """Return the names that the tagger finds in a text, and what it believes of every capitalised word."""
        tags = Tags([], [])
        start = 0
        for line in text.split("\n"):
            places = tokens(line, self._language)
            row = [found[0] for found in places]
            if any(map(_capital, row)):
                labels = self._model.tag(features(row, self._language))
                tags.names.extend(_spans(places, labels, start))
                named = [at for at, word in enumerate(row) if word[0].isupper() or (len(word) > 3 and may_name(word))]
                tags.beliefs.extend([self._belief(at, start + places[at].start()) for at in named])
            start += len(line) + 1
        return tags

    def _belief(self, at: int, start: int) -> Belief:
        """Ask the model, which holds the sentence that it tagged last, about its word at ``at``."""
        marginal = self._model.marginal
        person, body, place = [marginal(begins, at) + marginal(goes_on, at) for begins, goes_on in _LABELS]
        return Belief(start, person, body, place)


def _capital(word: str) -> bool:
    return word[0].isupper()


def may_name(word: str) -> bool:
    """Tell whether a word may be of a name by its capital."""
    return word[0].isupper() or (("’" in word or "'" in word) and _ELIDED.search(word) is not None)


def _spans(tokens: list[re.Match[str]], labels: list[str], line: int) -> list[Named]:
    """Return the names in a line that begins at ``line``."""
    found: list[Named] = []
    open_label = ""
    for token, label in zip(tokens, labels, strict=True):
        if label == "O":
            open_label = ""
            continue
        start, end = token.span()
        if label[0] == "I" and label[2:] == open_label:
            start = found.pop().start - line
        found.append(Named(line + start, line + end, label[2:]))
        open_label = label[2:]
    return found
