"""The engine's work, in this process: what is answered to a request, in which order, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tui.engine import stages
from tui.engine.jobs import Jobs, Priority
from tui.engine.keeping import Entry, Kept, LibraryKeeper, mark_of
from tui.engine.messages import AnyAnswer, Begun, Cleaned, Extracted, Failed, Found, Open, Scan, Scanned, Settled
from tui.engine.worker import Worker
from tui.model import Article, Block, BlockKind, Problem, Quote, RawDocument, Reading, Span
from tui.store.library import Library

QUOTES = (Quote("we will go on talking", (Span(1, 1, 22),)),)
READING = Reading(quotes=(replace(QUOTES[0], speaker="Anna Nowak", sure=True),))


class Shelf:
    """A keeper in memory."""

    def __init__(self) -> None:
        self.articles: dict[str, tuple[int, str, Article, Reading | None]] = {}

    def find(self, source: str) -> Kept | None:
        if source not in self.articles:
            return None
        article_id, mark, article, reading = self.articles[source]
        return Kept(article_id, article, reading, mark == mark_of(source))

    def entry(self, source: str) -> Entry | None:
        return None

    def title(self, source: str) -> tuple[int, str]:
        kept = self.find(source)
        return (kept.article_id, kept.article.title) if kept and kept.current else (0, "")

    def put(self, article: Article, mark: str) -> tuple[int, Article]:
        article_id = self.articles[article.source][0] if article.source in self.articles else len(self.articles) + 1
        self.articles[article.source] = (article_id, mark, article, None)
        return article_id, article

    def corrected(self, article: Article) -> Article:
        return article

    def put_reading(self, article_id: int, reading: Reading, article: Article) -> Reading:
        for source, (known, mark, text, _) in self.articles.items():
            if known == article_id:
                self.articles[source] = (known, mark, text, reading)
        return reading


class Bench:
    """A worker with all its answers."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.answers: list[AnyAnswer] = []
        self.worker = Worker(self.shelf, self.answers.append)

    def ask(self, *requests: Open | Scan) -> list[AnyAnswer]:
        """Submit requests, work until nothing is left, and return the answers that the interface would see."""
        self.answers.clear()
        for request in requests:
            self.worker.submit(request)
        while self.worker.step(0.0):
            pass
        return [answer for answer in self.answers if not isinstance(answer, (Begun, Settled))]


def cleaned(document: RawDocument | Problem) -> Article | Problem:
    if isinstance(document, Problem):
        return document
    text = document.content.decode()
    if "fault" in text:
        return Problem(document.source, "it is faulty")
    title, _, body = text.partition("\n")
    return Article(document.source, title, (Block(BlockKind.TITLE, title), Block(BlockKind.PARAGRAPH, body)))


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(stages, "clean", cleaned)
    monkeypatch.setattr(stages, "quotes_of", lambda article: QUOTES)
    monkeypatch.setattr(stages, "read", lambda article, quotes, by: (READING, True))
    return Bench()


def article_file(folder: Path, name: str, text: str = "A title\n“we will go on talking”") -> str:
    path = folder.resolve() / name
    path.write_text(text)
    return str(path)


def test_text_comes_first_then_the_panel(bench: Bench, tmp_path: Path) -> None:
    source = article_file(tmp_path, "a.txt")
    text, panel = bench.ask(Open(7, source))
    assert isinstance(text, Cleaned) and (text.id, text.article_id, text.quotes) == (7, 1, QUOTES)
    assert text.article.source == source and text.article.title == "A title"
    assert panel == Extracted(7, 1, READING)
    assert bench.answers[-1] == Settled(7)
    assert bench.shelf.articles[source][3] == READING


def test_an_unchanged_file_is_answered_from_the_library(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = article_file(tmp_path, "a.txt")
    bench.ask(Open(1, source))
    monkeypatch.setattr(stages, "fetch_or_read", lambda source: pytest.fail("read again"))
    text, panel = bench.ask(Open(2, source))
    assert isinstance(text, Cleaned) and text.quotes == READING.quotes
    assert panel == Extracted(2, 1, READING)


def test_a_changed_file_is_read_again_and_keeps_its_id(bench: Bench, tmp_path: Path) -> None:
    source = article_file(tmp_path, "a.txt")
    bench.ask(Open(1, source))
    article_file(tmp_path, "a.txt", "Another title\nand text")
    text = bench.ask(Open(2, source))[0]
    assert isinstance(text, Cleaned) and (text.article.title, text.article_id) == ("Another title", 1)


def test_again_reads_what_has_not_changed(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = article_file(tmp_path, "a.txt")
    bench.ask(Open(1, source))
    monkeypatch.setattr(stages, "quotes_of", lambda article: ())
    text = bench.ask(Open(2, source, again=True))[0]
    assert isinstance(text, Cleaned) and text.quotes == ()


def test_a_file_that_is_gone_is_shown_from_the_library(bench: Bench, tmp_path: Path) -> None:
    source = article_file(tmp_path, "a.txt")
    bench.ask(Open(1, source))
    Path(source).unlink()
    text, panel = bench.ask(Open(2, source))
    assert isinstance(text, Cleaned) and text.article.notes == ("This is the library's copy: there is no such file.",)
    assert panel == Extracted(2, 1, READING)


def test_what_cannot_be_read_is_told(bench: Bench, tmp_path: Path) -> None:
    (answer,) = bench.ask(Open(3, str(tmp_path / "none.txt")))
    assert isinstance(answer, Failed) and (answer.id, answer.problem.what) == (3, "there is no such file")
    (answer,) = bench.ask(Open(4, article_file(tmp_path, "b.txt", "fault")))
    assert isinstance(answer, Failed) and answer.problem.what == "it is faulty"


def test_without_panel_only_the_text_is_read(bench: Bench, tmp_path: Path) -> None:
    _, panel = bench.ask(Open(1, article_file(tmp_path, "a.txt"), panel=False))
    assert isinstance(panel, Extracted) and panel.reading.quotes == QUOTES
    assert panel.reading.notes == ("No panel: finding names in this article ends the engine.",)


def test_a_reading_cut_short_by_a_fault_is_not_kept(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "read", lambda article, quotes, by: (Reading(notes=("a fault",)), False))
    source = article_file(tmp_path, "a.txt")
    assert bench.ask(Open(1, source))[1] == Extracted(1, 1, Reading(notes=("a fault",)))
    assert bench.shelf.articles[source][3] is None


def test_the_newest_urgent_request_drops_those_before_it(bench: Bench, tmp_path: Path) -> None:
    sources = [article_file(tmp_path, f"{n}.txt") for n in range(4)]
    answers = bench.ask(*(Open(n, source) for n, source in enumerate(sources)))
    assert [(type(answer), answer.id) for answer in answers] == [(Cleaned, 3), (Extracted, 3)]
    dropped = [answer.id for answer in bench.answers if isinstance(answer, Settled) and answer.dropped]
    assert sorted(dropped) == [0, 1, 2]


def test_what_is_not_urgent_waits_and_is_never_dropped(bench: Bench, tmp_path: Path) -> None:
    sources = [article_file(tmp_path, f"{n}.txt") for n in range(3)]
    answers = bench.ask(*(Open(n, source, urgent=n == 2) for n, source in enumerate(sources)))
    assert [answer.id for answer in answers if isinstance(answer, Cleaned)] == [2, 0, 1]


def test_a_scan_lists_in_order_and_learns_titles_later(bench: Bench, tmp_path: Path) -> None:
    sources = [article_file(tmp_path, f"{n}.txt", f"Title {n}\ntext") for n in (1, 2, 10)]
    bench.ask(Open(1, sources[1]))
    answers = bench.ask(Scan(5, (str(tmp_path), str(tmp_path / "none"))))
    first, end, later = answers[:3], answers[3], answers[4:]
    assert [(it.source, it.title, it.article_id) for it in first if isinstance(it, Found)] == [
        (sources[0], "1.txt", 0),
        (sources[1], "Title 2", 1),
        (sources[2], "10.txt", 0),
    ]
    assert isinstance(end, Scanned) and end.count == 3 and end.problems[0].what == "there is no such file"
    assert [(it.title, it.article_id) for it in later if isinstance(it, Found)] == [("Title 1", 2), ("Title 10", 3)]
    assert bench.answers[-1] == Settled(5)


def test_a_scan_tells_what_is_wrong_with_a_file(bench: Bench, tmp_path: Path) -> None:
    source = article_file(tmp_path, "a.txt", "fault")
    assert bench.ask(Scan(1, (str(tmp_path),)))[-1] == Found(1, source, "a.txt", 0, "it is faulty")


def test_a_scan_leaves_alone_what_it_is_told_to(bench: Bench, tmp_path: Path) -> None:
    sources = [article_file(tmp_path, name) for name in ("a.txt", "b.txt")]
    answers = bench.ask(Scan(1, (str(tmp_path),), skip=(sources[0],)))
    assert [it.source for it in answers if isinstance(it, Found)] == [*sources, sources[1]]


def test_an_article_is_opened_in_the_middle_of_a_long_scan(bench: Bench, tmp_path: Path) -> None:
    for number in range(450):
        article_file(tmp_path, f"{number}.txt")
    bench.worker.submit(Scan(1, (str(tmp_path),)))
    bench.worker.step(0.0)
    answers = bench.ask(Open(2, str(tmp_path.resolve() / "9.txt")))
    ids = [answer.id for answer in answers]
    assert ids[0] == 2 and isinstance(answers[0], Cleaned)
    assert sum(isinstance(answer, Found) for answer in answers) == 250 + 450


def test_jobs_go_by_priority_then_age() -> None:
    jobs, done = Jobs(), list[str]()
    for name, priority in [
        ("t1", Priority.TITLES), ("p1", Priority.PANEL), ("l1", Priority.LATER), ("p2", Priority.PANEL),
        ("l2", Priority.LATER), ("s1", Priority.SCREEN), ("s2", Priority.SCREEN), ("x", Priority.LISTING),
    ]:  # fmt: skip
        jobs.put(priority, 0, lambda name=name: done.append(name))  # type: ignore[misc]
    while work := jobs.take(0.0):
        work()
    assert done == ["s2", "s1", "x", "p2", "p1", "l1", "l2", "t1"]


def test_the_library_keeps_what_the_engine_finds(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    source = article_file(tmp_path, "a.txt")
    keeper = LibraryKeeper(path)
    assert keeper.find(source) is None and keeper.title(source) == (0, "")
    article = Article(source, "A title", (Block(BlockKind.PARAGRAPH, "“we will go on talking”"),))
    article_id, _ = keeper.put(article, mark_of(source))
    assert keeper.find(source) == Kept(article_id, article, None, True)
    keeper.put_reading(article_id, READING, article)
    assert keeper.find(source) == Kept(article_id, article, READING, True)
    article_file(tmp_path, "a.txt", "changed")
    kept = keeper.find(source)
    assert kept and not kept.current and keeper.title(source) == (0, "")
    with Library.open(path) as library:
        assert library.articles.counts() == (1, 1)


def test_a_library_that_cannot_be_opened_keeps_nobody_from_reading(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "library.db").write_text("This is no database, and never was one." * 40)
    keeper = LibraryKeeper(tmp_path / "library.db")
    source = article_file(tmp_path, "a.txt")
    assert keeper.find(source) is None and keeper.put(Article(source, "", ()), "")[0] == 0
    keeper.put_reading(0, READING, Article(source, "", ()))
    assert len(caplog.records) == 1
