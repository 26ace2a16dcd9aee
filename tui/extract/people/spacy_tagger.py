"""spaCy's pipelines as taggers: their names and noun phrases feed the rules that the program's own tagger feeds.

spaCy is an extra, imported when a pipeline is loaded; what is used of it is named by the protocols here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from tui.extract.people.features import TOKEN
from tui.extract.people.tagger import may_name
from tui.extract.people.tagging import BODY, PERSON, PLACE, Belief, Named, Tags

#: What pipelines call persons, bodies and places, in the schemes of their corpora (OntoNotes, WikiNER, NKJP, SUC,
#: KLUE).
_LABELS = {
    **dict.fromkeys("PERSON PER PRS PERSNAME PS".split(), PERSON),
    **dict.fromkeys("ORG ORGANIZATION ORGNAME GPE_ORG OG".split(), BODY),
    **dict.fromkeys("LOC LOCATION GPE GPE_LOC FAC FACILITY PLACENAME GEOGNAME LC".split(), PLACE),
}
#: How sure a pipeline's word is taken to be: it gives no likelihoods. Of a capitalised word that it says nothing of,
#: so much is believed that it may be the surname of somebody named elsewhere, and too little for a person of its own.
_SURE, _UNSURE, _UNSAID = 0.9, 0.03, 0.15
#: Steps of a pipeline that nothing here asks for.
_LEFT_OUT = ("lemmatizer", "trainable_lemmatizer", "textcat", "textcat_multilabel")
#: The longest stretch that a pipeline is given at once, in characters: what it needs of memory grows with it.
_AT_ONCE = 10_000


class Entity(Protocol):
    """A name as spaCy has it."""

    start_char: int
    end_char: int
    label_: str


class Chunk(Protocol):
    """A noun phrase as spaCy has it."""

    start_char: int
    end_char: int


class Doc(Protocol):
    """A text as spaCy has read it. Asking for noun chunks raises where there is no parse, or no rule for a language."""

    @property
    def ents(self) -> Sequence[Entity]:
        """The names."""

    @property
    def noun_chunks(self) -> Iterable[Chunk]:
        """The noun phrases."""


class Language(Protocol):
    """A pipeline that is loaded."""

    @property
    def pipe_names(self) -> Sequence[str]:
        """The steps."""

    def get_pipe_meta(self, name: str) -> Any:
        """Return what a step says of itself; ``assigns`` is what it writes."""

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Read texts one after another."""


class NoNames(Exception):
    """A pipeline has no step that finds names."""


class SpacyTagger:
    """A pipeline of spaCy's as a tagger; ``name`` is what people call it."""

    def __init__(self, pipeline: Language, name: str) -> None:
        if not any("doc.ents" in pipeline.get_pipe_meta(step).assigns for step in pipeline.pipe_names):
            raise NoNames(name)
        self.name = name
        self._pipeline = pipeline

    def tag(self, text: str) -> Tags:
        """Return the pipeline's names and noun phrases; of the latter none if it does not look for them."""
        names: list[Named] = []
        phrases: list[tuple[int, int]] = []
        parsed = True
        pieces = list(_pieces(text))
        docs = self._pipeline.pipe([piece for _, piece in pieces])
        for (start, _), doc in zip(pieces, docs, strict=True):
            names += _named(doc, start)
            chunks = _chunks(doc, start) if parsed else None
            parsed = chunks is not None
            phrases += chunks or ()
        return Tags(names, list(_beliefs(text, names)), phrases if parsed else None)


def load(target: str, name: str) -> SpacyTagger:
    """Load a pipeline by its package's name or its folder: seconds, and hundreds of megabytes.

    Raises ImportError without spaCy, ``NoNames``, or whatever a pipeline raises that does not fit this version.
    """
    spacy: Any = import_module("spacy")
    return SpacyTagger(cast(Language, spacy.load(target, exclude=_LEFT_OUT)), name)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text with where they begin, those that are very long in parts."""
    start = 0
    for line in text.split("\n"):
        at = 0
        while at < len(line):
            end = at + _AT_ONCE
            if end < len(line):
                end = max(line.rfind(" ", at + 1, end), line.rfind(". ", at + 1, end) + 1) or end
                end = end if end > at else at + _AT_ONCE
            if line[at:end].strip():
                yield start + at, line[at:end]
            at = end
        start += len(line) + 1


def _named(doc: Doc, start: int) -> Iterator[Named]:
    for entity in doc.ents:
        if label := _LABELS.get(entity.label_.upper()):
            yield Named(start + entity.start_char, start + entity.end_char, label)


def _chunks(doc: Doc, start: int) -> list[tuple[int, int]] | None:
    try:
        return [(start + chunk.start_char, start + chunk.end_char) for chunk in doc.noun_chunks]
    except (NotImplementedError, ValueError):  # no rule for the language; no parse
        return None


_BELIEVED: Mapping[str, tuple[float, float, float]] = {
    PERSON: (_SURE, _UNSURE, _UNSURE),
    BODY: (_UNSURE, _SURE, _UNSURE),
    PLACE: (_UNSURE, _UNSURE, _SURE),
}


def _beliefs(text: str, names: Sequence[Named]) -> Iterator[Belief]:
    """Yield what follows from the names for every word that may be of one; ``names`` are in the text's order."""
    at = 0
    for word in TOKEN.finditer(text):
        while at < len(names) and names[at].end <= word.start():
            at += 1
        inside = at < len(names) and names[at].start < word.end()
        if inside or may_name(word[0]):
            believed = _BELIEVED[names[at].label] if inside else (_UNSAID,) * 3
            yield Belief(word.start(), *believed)
