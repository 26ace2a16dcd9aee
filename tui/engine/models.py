"""Which model reads an article: a pipeline that the settings name for its language, or the program's own way.

A pipeline takes seconds to load. That happens in a thread of its own, so that texts go on being answered; only the
panels that want it wait.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.engine import caps
from tui.model import Article

if TYPE_CHECKING:
    from tui.config import Config
    from tui.extract.people.tagging import Tagger
    from tui.pipelines import Pipeline

log = logging.getLogger(__name__)

Work = Callable[[], None]


class Chosen(NamedTuple):
    """What reads an article: a tagger, none for the program's own way; ``note`` says why it is not the one wanted."""

    tagger: Tagger | None = None
    note: str = ""


class Unusable(NamedTuple):
    """Why a pipeline that is installed cannot be used."""

    why: str


class _Refused(NamedTuple):
    """What the settings name that is no pipeline, or none for the language."""

    named: str


class Models:
    """The pipelines of the settings, each loaded when an article is first to be read by it."""

    def __init__(
        self,
        settings: Callable[[], Config | None] = lambda: None,
        load: Callable[[Pipeline], Tagger | Unusable] | None = None,
    ) -> None:
        self._settings = settings
        self._load = load or load_pipeline
        self._lock = threading.Lock()
        self._loaded: dict[str, Tagger | Unusable] = {}
        self._waiting: dict[str, list[Work]] = {}

    @cached_property
    def _config(self) -> Config | None:
        """The settings, if they name a pipeline at all; others cost nothing more."""
        config = self._settings()
        return config if config and (config.extraction.model or config.extraction.models) else None

    def _choice(self, article: Article) -> Pipeline | _Refused | None:
        if self._config is None:
            return None
        from tui.languages import detect
        from tui.pipelines import Unread, pipeline_for

        found = pipeline_for(detect(article.text, article.language), self._config)
        return _Refused(found.named) if isinstance(found, Unread) else found

    def label(self, article: Article) -> str:
        """Return what an article's reading should be by (see ``Reading.model``)."""
        choice = self._choice(article)
        if isinstance(choice, _Refused):
            return _without(choice)
        if choice is None:
            return ""
        return _without(choice) if isinstance(self._loaded.get(choice.target), Unusable) else choice.label

    def prepare(self, article: Article, then: Work, queue: Callable[[Work], None]) -> None:
        """Do ``then`` now, if what reads the article is there; else load it beside the work, and queue ``then`` after.

        To be called where no stage is being capped.
        """
        choice = self._choice(article)
        if choice is None or isinstance(choice, _Refused):
            then()
            return
        with self._lock:
            there = choice.target in self._loaded
            begun = choice.target in self._waiting
            if not there:
                self._waiting.setdefault(choice.target, []).append(lambda: queue(then))
        if there:
            then()
        elif not begun:
            caps.lift()
            threading.Thread(target=self._load_aside, args=(choice,), daemon=True, name="model").start()

    def warm(self) -> Iterator[None]:
        """Have the pipeline for articles in English loaded while there is nothing else to do."""
        if self._config is not None:
            self.prepare(Article("", "", (), language="en"), lambda: None, lambda then: then())
        yield

    def chosen(self, article: Article) -> Chosen:
        """Return what reads an article now, loading it at once if need be."""
        choice = self._choice(article)
        if choice is None:
            return Chosen()
        if isinstance(choice, _Refused):
            return Chosen(note=_without(choice))
        if choice.target not in self._loaded:
            self._loaded[choice.target] = self._load(choice)
        tagger = self._loaded[choice.target]
        return Chosen(note=_without(choice)) if isinstance(tagger, Unusable) else Chosen(tagger)

    def _load_aside(self, pipeline: Pipeline) -> None:
        tagger: Tagger | Unusable = Unusable("it ended while it was loaded")
        try:
            tagger = self._load(pipeline)
        finally:
            caps.lower()
            with self._lock:
                self._loaded[pipeline.target] = tagger
                waiting = self._waiting.pop(pipeline.target, [])
            for work in waiting:
                work()


def _without(choice: Pipeline | _Refused) -> str:
    return f"names without {choice.named}: `pullquote doctor` says why"


def load_pipeline(pipeline: Pipeline) -> Tagger | Unusable:
    """Load a pipeline, unless it would take more memory than there is."""
    from tui.extract.people.spacy_tagger import NoNames, load
    from tui.pipelines import room_for

    if lack := room_for(pipeline):
        log.warning("%s is not loaded: %s", pipeline.label, lack)
        return Unusable(lack)
    try:
        return load(pipeline.target, pipeline.label)
    except NoNames:
        log.warning("%s finds no names", pipeline.label)
        return Unusable("it has no step that finds names")
    except (Exception, SystemExit) as error:
        log.exception("loading %s", pipeline.label)
        return Unusable(f"it cannot be loaded: {type(error).__name__}: {error}")
