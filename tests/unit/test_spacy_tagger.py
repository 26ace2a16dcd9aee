"""A pipeline of spaCy's as a tagger: played by a small one here, and by spaCy itself where that is installed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui.extract import reading
from tui.extract.document import Document
from tui.extract.issues.find import find_issues
from tui.extract.people.find import find_names
from tui.extract.people.spacy_tagger import NoNames, SpacyTagger, load
from tui.extract.people.tagging import BODY, PERSON, PLACE, Named
from tui.model import Article, Block, BlockKind


@dataclass
class Stretch:
    start_char: int
    end_char: int
    label_: str = ""


@dataclass
class FakeDoc:
    ents: list[Stretch]
    chunks: list[Stretch] | None

    @property
    def noun_chunks(self) -> Iterable[Stretch]:
        if self.chunks is None:
            raise ValueError("there is no parse")
        return self.chunks


@dataclass
class FakePipeline:
    """Finds the words that it is told, with their labels, and noun phrases that a pattern finds."""

    named: dict[str, str]
    phrases: str = ""
    assigns: tuple[str, ...] = ("doc.ents",)
    pipe_names: Sequence[str] = ("ner",)
    given: list[str] = field(default_factory=list)

    def get_pipe_meta(self, name: str) -> SimpleNamespace:
        return SimpleNamespace(assigns=self.assigns)

    def pipe(self, texts: Iterable[str]) -> Iterator[FakeDoc]:
        for text in texts:
            self.given.append(text)
            ents = [
                Stretch(*found.span(), label)
                for word, label in self.named.items()
                for found in re.finditer(re.escape(word), text)
            ]
            chunks = [Stretch(*found.span()) for found in re.finditer(self.phrases, text)] if self.phrases else None
            yield FakeDoc(sorted(ents, key=lambda each: each.start_char), chunks)


def tagger(named: dict[str, str], phrases: str = "") -> SpacyTagger:
    return SpacyTagger(FakePipeline(named, phrases), "en_upland 1.2.0")


def document(*paragraphs: str, language: str = "en") -> Document:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return Document(Article("a.txt", "", blocks, language=language), language)


def test_labels_of_every_scheme_become_persons_bodies_and_places() -> None:
    text = "Ada met Ben at the Mill in Upland\n\nThe Guild of 1901 wrote to Cleo"
    tags = tagger({"Ada": "PERSON", "Ben": "persName", "Upland": "GPE", "Guild": "ORG", "1901": "DATE"}).tag(text)
    at = text.index
    assert tags.names == [
        Named(at("Ada"), at("Ada") + 3, PERSON),
        Named(at("Ben"), at("Ben") + 3, PERSON),
        Named(at("Upland"), at("Upland") + 6, PLACE),
        Named(at("Guild"), at("Guild") + 5, BODY),
    ]
    assert tags.phrases is None


def test_every_word_that_may_be_of_a_name_is_believed_or_not() -> None:
    text = "Ada met Cleo in Upland"
    tags = tagger({"Ada": "PER", "Upland": "LOC"}).tag(text)
    believed = {text[each.start :].split()[0]: (each.person > 0.5, each.place > 0.5) for each in tags.beliefs}
    assert believed == {"Ada": (True, False), "Cleo": (False, False), "Upland": (False, True)}


def test_noun_phrases_are_found_where_the_pipeline_parses() -> None:
    text = "The old mill\nburnt down near the harbour wall"
    tags = tagger({}, r"(?:[Tt]he )\w+ \w+").tag(text)
    assert [text[slice(*each)] for each in tags.phrases or ()] == ["The old mill", "the harbour wall"]


def test_a_line_of_any_length_comes_in_pieces_whose_names_stand_in_their_places() -> None:
    text = "x" * 25_000 + " Ada " + "word " * 9_000 + "Ada"
    pipeline = FakePipeline({"Ada": "PERSON"})
    tags = SpacyTagger(pipeline, "").tag(text)
    assert [text[name.start : name.end] for name in tags.names] == ["Ada", "Ada"]
    assert max(map(len, pipeline.given)) <= 10_000 and "".join(pipeline.given) == text


def test_a_pipeline_that_names_nobody_is_refused() -> None:
    with pytest.raises(NoNames):
        SpacyTagger(FakePipeline({}, assigns=("doc.sents",)), "en_parser 1")


def test_the_rules_over_the_article_work_on_its_tags() -> None:
    text = document(
        "Mayor Ada Calder spoke for an hour. Calder’s critics left.", "“Not now,” said Ben Weaver of Thorn."
    )
    names = find_names(text, tagger({"Ada Calder": "PERSON", "Ben Weaver": "PERSON", "Thorn": "ORG"}))
    assert [(person.name, len(person.mentions)) for person in names.people] == [("Ada Calder", 2), ("Ben Weaver", 1)]
    assert [body.name for body in names.organisations] == ["Thorn"]
    assert names.note == "names by en_upland 1.2.0"


def test_other_languages_have_their_titles_taken_off_and_their_people_joined() -> None:
    text = document("Mme Zoé Quenneville a parlé à Lyon. La Banque Verte a suivi Quenneville.", language="fr")
    found = find_names(text, tagger({"Mme Zoé Quenneville": "PER", "Lyon": "LOC", "Banque Verte": "ORG"}))
    assert [person.name for person in found.people] == ["Zoé Quenneville"]
    assert [body.name for body in found.organisations] == ["Banque Verte"]


def test_a_language_without_a_tagger_of_our_own_is_read_by_the_pipeline() -> None:
    text = document("Wanjiru Otieno alikutana na Juma Baraka mjini.", language="sw")
    people = find_names(text, tagger({"Wanjiru Otieno": "PER", "Juma Baraka": "PER"})).people
    assert [person.name for person in people] == ["Wanjiru Otieno", "Juma Baraka"]


def test_a_parser_decides_what_is_a_noun_phrase() -> None:
    lines = ["The report on water prices came late."] + ["Water prices rise and water prices fall."] * 4
    text = document(*lines)
    starts = [text.text.index("The report")] + [at.start() for at in re.finditer("[Ww]ater prices", text.text)]
    phrases = [(start, start + len("water prices")) for start in starts[1:]]
    labels = [issue.label for issue in find_issues(text, phrases=phrases)]
    assert "water prices" in labels
    assert not any("rise" in label or "fall" in label or "report" in label for label in labels)
    assert find_issues(text, phrases=[]) != find_issues(text, phrases=phrases)


def test_a_reading_says_which_model_it_is_by() -> None:
    article = document("Mayor Ada Calder spoke.").article
    found = reading.read(article, tagger({"Ada Calder": "PERSON"}))
    assert found.model == "en_upland 1.2.0" and "names by en_upland 1.2.0" in found.notes
    assert reading.read(article).model == ""


def test_spacy_itself_loads_a_pipeline_from_a_folder(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is an extra and not installed here")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ada Calder"}, {"label": "ORG", "pattern": "Harbour Board"}])
    pipeline.to_disk(tmp_path / "ruler")
    loaded = load(str(tmp_path / "ruler"), "en_ruler")
    names = find_names(document("Ada Calder met the Harbour Board.", "Ms Calder left."), loaded)
    assert [(person.name, len(person.mentions)) for person in names.people] == [("Ada Calder", 2)]
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(NoNames):
        load(str(tmp_path / "blank"), "")
