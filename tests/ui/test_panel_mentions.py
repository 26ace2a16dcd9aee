"""The panel and the article: from mention to mention."""

from __future__ import annotations

from fakes import FakeEngine, started


async def test_in_a_narrow_terminal_enter_goes_on_from_mention_to_mention(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(60, 20)) as desk:
        await desk.until(lambda: desk.reader.reading)
        await desk.press("1", "enter")
        await desk.shows("Mention 1 of 2")
        assert desk.reader.pane == "article"
        await desk.press("1", "enter")
        await desk.shows("Mention 2 of 2")
        await desk.press("1", "j", "enter")
        await desk.shows("Mention 1 of 1")
