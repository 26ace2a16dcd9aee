"""The end: by a key, by an error, by a signal; what is said, and what is on the disk by then."""

from __future__ import annotations

import signal

import pytest
from fakes import FakeEngine, started

from tui.places import log_file
from tui.ui import app
from tui.ui.application import PullquoteApp


async def test_an_unexpected_error_ends_the_program_and_is_kept_for_the_log(engine: FakeEngine) -> None:
    with pytest.raises(ZeroDivisionError):
        async with started(engine.path, engine, "/a/harbour.txt") as desk:
            await desk.shows("Idris Vale")
            desk.app.call_later(lambda: 1 / 0)
            await desk.until(lambda: isinstance(desk.app, PullquoteApp) and desk.app.failure)
    assert isinstance(desk.app, PullquoteApp)
    assert isinstance(desk.app.failure, ZeroDivisionError)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_ends_the_program_with_its_status_and_the_place_is_kept(
    engine: FakeEngine, number: signal.Signals
) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("G")
        await desk.shows("100 %")
        signal.raise_signal(number)
        await desk.until(lambda: desk.app.return_value == 128 + number)
    with desk.library() as library:
        assert library.articles.place(library.articles.last() or 0).block > 1


def test_an_error_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    app.tell_failure(ValueError("a\x1b[31m thing"), debug=False)
    said = capsys.readouterr().err
    assert "ValueError: a thing" in said and str(log_file()) in said
    assert "Traceback" not in said and "\x1b" not in said


def test_an_error_is_told_with_a_traceback_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError("thing")
    except ValueError as error:
        app.tell_failure(error, debug=True)
    assert "Traceback" in capsys.readouterr().err


def test_the_first_article_is_not_a_folder(tmp_path: object) -> None:
    assert app.first_source([str(tmp_path), "https://example.org/a"]) == "https://example.org/a"
    assert app.first_source([str(tmp_path)]) == ""
