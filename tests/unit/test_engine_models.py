"""Models in the engine: loaded beside the work, read by, and left aside in favour of the program's own way."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from tui import config, pipelines
from tui.engine import caps, models, stages
from tui.engine.jobs import Jobs
from tui.engine.keeping import LibraryKeeper
from tui.engine.messages import AnyAnswer, Begun, Extracted, Open, Settled
from tui.engine.models import Models, Unusable
from tui.engine.worker import Worker
from tui.extract.people import spacy_tagger
from tui.extract.people.spacy_tagger import NoNames
from tui.extract.people.tagging import PERSON, Belief, Named, Tagger, Tags
from tui.model import Article, Block, BlockKind, Reading
from tui.pipelines import Pipeline, Unread

TEXT = "Upland votes\n\nThe mayor, Mary Collins, told the council of the old harbour town that it was over.\n"
ARTICLE = Article("a.txt", "", (Block(BlockKind.PARAGRAPH, TEXT.split("\n")[2]),), language="en")
PIPELINE = Pipeline("en_upland", "extraction.model", "en_upland", "en", "en_upland 1.2", Path())
SETTINGS = config.parse('[extraction]\nmodel = "en_upland"')


class Mayor:
    """A tagger that knows one person: the mayor, by office."""

    name = "en_upland 1.2"

    def tag(self, text: str) -> Tags:
        at = text.find("Mary Collins")
        return Tags([Named(at, at + 12, PERSON)], [Belief(at, 0.9, 0, 0), Belief(at + 5, 0.9, 0, 0)])


class Slow(Mayor):
    def tag(self, text: str) -> Tags:
        while True:
            time.perf_counter()


class Greedy(Mayor):
    def tag(self, text: str) -> Tags:
        raise MemoryError


class Broken(Mayor):
    def tag(self, text: str) -> Tags:
        raise RuntimeError("shapes do not fit")


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the pipeline be installed, for English."""
    monkeypatch.setattr(pipelines, "pipeline_for", lambda language, _: PIPELINE if language == "en" else None)


def made(tagger: Tagger | Unusable) -> Models:
    return Models(lambda: SETTINGS, lambda _: tagger)


def test_without_settings_nothing_is_asked_and_nothing_waits() -> None:
    done: list[str] = []
    for asked in (Models(), Models(config.Config)):
        asked.prepare(ARTICLE, lambda: done.append("now"), lambda work: done.append("later"))
        assert asked.label(ARTICLE) == "" and asked.chosen(ARTICLE) == models.Chosen()
        assert list(asked.warm()) == [None]
    assert done == ["now", "now"]


def test_a_pipeline_reads_the_articles_of_its_language() -> None:
    asked = made(Mayor())
    reading, final = stages.read(ARTICLE, by=asked.chosen(ARTICLE))
    assert final and reading.model == asked.label(ARTICLE) == "en_upland 1.2"
    assert reading.notes == ("names by en_upland 1.2",)
    french = Article("b.txt", "", ARTICLE.blocks, language="sw")
    assert asked.label(french) == "" and asked.chosen(french).tagger is None


def test_a_pipeline_is_loaded_once_beside_the_work_and_what_waits_for_it_is_queued() -> None:
    loads: list[Pipeline] = []
    free, jobs, done = threading.Event(), Jobs(), []

    def load(pipeline: Pipeline) -> Tagger:
        loads.append(pipeline)
        free.wait(10)
        return Mayor()

    asked = Models(lambda: SETTINGS, load)
    for name in ("first", "second"):
        asked.prepare(ARTICLE, lambda name=name: done.append(name), lambda work: jobs.put(0, 1, work))  # type: ignore[misc, arg-type]
    assert not done and jobs.take(0) is None
    free.set()
    for _ in range(2):
        work = jobs.take(10)
        assert work is not None
        work()
    assert sorted(done) == ["first", "second"] and loads == [PIPELINE]
    asked.prepare(ARTICLE, lambda: done.append("third"), lambda work: done.append("queued"))
    assert done[-1] == "third"


def test_memory_is_not_capped_while_a_pipeline_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[int] = []
    monkeypatch.setattr(caps, "_limit_memory", lambda memory: limits.append(memory))
    free, ended = threading.Event(), threading.Event()

    def load(_: Pipeline) -> Tagger:
        free.wait(10)
        return Mayor()

    Models(lambda: SETTINGS, load).prepare(ARTICLE, lambda: None, lambda work: ended.set())
    with caps.capped():
        pass
    assert limits == []
    free.set()
    assert ended.wait(10)
    with caps.capped():
        pass
    assert limits == [caps.MEMORY]


def test_a_pipeline_that_cannot_be_loaded_leaves_the_programs_own_way() -> None:
    asked = made(Unusable("it does not fit"))
    assert asked.label(ARTICLE) == "en_upland 1.2"
    reading, final = stages.read(ARTICLE, by=asked.chosen(ARTICLE))
    assert final and [person.name for person in reading.people] == ["Mary Collins"]
    assert reading.notes == ("names without en_upland: `pullquote doctor` says why",)
    assert reading.model == asked.label(ARTICLE) == reading.notes[0]


def test_what_is_not_installed_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    unread = Unread("en_upland", config.Origin().problem("extraction.model", "“en_upland” is not installed"))
    monkeypatch.setattr(pipelines, "pipeline_for", lambda language, _: unread)
    done: list[str] = []
    asked = made(Mayor())
    asked.prepare(ARTICLE, lambda: done.append("now"), lambda work: None)
    reading, _ = stages.read(ARTICLE, by=asked.chosen(ARTICLE))
    assert done == ["now"] and reading.people
    assert reading.model == asked.label(ARTICLE) == "names without en_upland: `pullquote doctor` says why"


@pytest.mark.parametrize(
    ("tagger", "why"), [(Slow(), "too long"), (Greedy(), "too much memory"), (Broken(), "fails here")]
)
def test_a_model_that_fails_on_an_article_is_done_without_there(
    tagger: Tagger, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(tagger, Slow):
        monkeypatch.setattr(stages, "MODEL_SECONDS", 0.05)
    reading, final = stages.read(ARTICLE, by=models.Chosen(tagger))
    assert final and [person.name for person in reading.people] == ["Mary Collins"]
    assert reading.notes[0].startswith("names without en_upland 1.2: it ") and why in reading.notes[0]
    assert reading.model == "en_upland 1.2"


def opened(folder: Path, asked: Models) -> list[AnyAnswer]:
    """Open the article with an engine of its own over one library, and return the answers."""
    source, jobs = folder / "a.txt", Jobs()
    answers: list[AnyAnswer] = []
    if not source.exists():
        source.write_text(TEXT)
    worker = Worker(LibraryKeeper(folder / "library.db"), answers.append, jobs, models=asked)
    worker.submit(Open(1, str(source)))
    while not any(isinstance(answer, Settled) for answer in answers):
        assert worker.step(10)
    return [answer for answer in answers if not isinstance(answer, (Begun, Settled))]


def reading_of(answers: list[AnyAnswer]) -> Reading:
    assert isinstance(answers[-1], Extracted)
    return answers[-1].reading


def test_a_change_of_model_reads_again_what_the_library_holds(tmp_path: Path) -> None:
    own = reading_of(opened(tmp_path, Models()))
    assert own.model == ""
    loads: list[Pipeline] = []

    def load(pipeline: Pipeline) -> Tagger:
        loads.append(pipeline)
        return Mayor()

    assert reading_of(opened(tmp_path, Models(lambda: SETTINGS, load))).model == "en_upland 1.2"
    assert reading_of(opened(tmp_path, Models(lambda: SETTINGS, load))).model == "en_upland 1.2"
    assert len(loads) == 1  # the second time the library's was taken
    assert reading_of(opened(tmp_path, Models())) == own


def test_loading_by_itself_tells_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipelines, "room_for", lambda pipeline: "it needs much")
    assert models.load_pipeline(PIPELINE) == Unusable("it needs much")
    monkeypatch.setattr(pipelines, "room_for", lambda pipeline: "")
    for error, said in ((NoNames(), "no step that finds names"), (SystemExit(3), "cannot be loaded: SystemExit: 3")):

        def load(target: str, name: str, error: BaseException = error) -> Tagger:
            raise error

        monkeypatch.setattr(spacy_tagger, "load", load)
        unusable = models.load_pipeline(PIPELINE)
        assert isinstance(unusable, Unusable) and said in unusable.why
