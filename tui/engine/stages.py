"""The stages between a source and its panel, for the engine and for ``show``: what goes wrong comes back as a value.

The functions that are capped may be called in the main thread only.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from tui.engine.caps import MODEL_MEMORY, MODEL_SECONDS, Overrun, capped
from tui.engine.models import Chosen
from tui.extract import reading as extracting
from tui.model import Article, Block, BlockKind, Problem, Quote, RawDocument, Reading
from tui.places import SEE_LOG
from tui.sources.files import read_source
from tui.text import path_name

log = logging.getLogger(__name__)

_TOO_LONG = "it takes too long to read"
_TOO_MUCH = "it takes too much memory to read"
_OWN_FAULT = "a fault of this program keeps it from being read"
_OWN_WAY = Chosen()
#: Stands above a text whose rest is being fetched.
INCOMPLETE = "The feed carries a part; the page is being fetched."


def fetch_or_read(source: str, *, by_user: bool = True, feed: str = "") -> RawDocument | Problem:
    """Return the document of a source. In any thread.

    ``by_user`` tells that the user named it; ``feed`` is the address of the feed that brought it, if one did.
    """
    try:
        return read_source(source, by_user=by_user, feed=feed)
    except Exception:
        log.exception("reading %r", source)
        return Problem(path_name(source), _OWN_FAULT, SEE_LOG)


def clean(document: RawDocument | Problem) -> Article | Problem:
    """Return the article in a document; what was noted while it was read goes into the article's notes.

    A document that could not be read is the Problem that it is.
    """
    if isinstance(document, Problem):
        return document
    try:
        with capped():
            return _cleaned(document)
    except Overrun:
        what, hint = _TOO_LONG, ""
    except MemoryError:
        what, hint = _TOO_MUCH, ""
    except Exception:
        log.exception("cleaning %r", document.source)
        what, hint = _OWN_FAULT, SEE_LOG
    return Problem(path_name(document.source), what, hint)


def clean_entry(document: RawDocument, heading: Article) -> Article:
    """Return the article of a feed's entry under the heading that the feed gives it; that alone if all else fails."""
    cleaned = clean(document)
    if isinstance(cleaned, Problem):
        return replace(heading, notes=(f"This entry has no text that can be shown: {cleaned.what}.",))
    body = tuple(block for block in cleaned.blocks if block.kind is not BlockKind.TITLE or block.text != heading.title)
    shift = len(heading.blocks) - (len(cleaned.blocks) - len(body))
    removed = tuple(replace(it, after=max(it.after + shift, -1)) for it in cleaned.removed)
    return replace(
        cleaned,
        source=heading.source,
        title=heading.title or cleaned.title,
        blocks=(*heading.blocks, *body),
        removed=removed,
        byline=heading.byline or cleaned.byline,
        site=heading.site or cleaned.site,
        published=heading.published or cleaned.published,
        address=heading.address or cleaned.address,
    )


def completed(article: Article, got: RawDocument | Problem) -> Article:
    """Return the article of the page that a feed's entry leads to, if it is the fuller one; else the entry's.

    It stays under the title and site of the feed's entry: what a list shows does not change by being opened.
    """
    page = clean(got)
    if isinstance(page, Problem):
        note = f"The feed carries this much; its page cannot be read: {page.what}."
        return replace(article, notes=(*article.notes, note))
    if len(page.text) <= len(article.text):
        return article
    title = _fuller(article.title, page.title)
    own = title == page.title
    return replace(
        page,
        source=article.source,
        title=title,
        blocks=page.blocks if own else tuple(_titled(block, title) for block in page.blocks),
        byline=article.byline or page.byline,
        site=article.site or page.site,
        published=article.published or page.published,
    )


def _titled(block: Block, title: str) -> Block:
    return replace(block, text=title, links=()) if block.kind is BlockKind.TITLE else block


def _fuller(title: str, of_page: str) -> str:
    """Return the feed's title, under which the article is listed, unless the page has the whole of a cut one."""
    cut = title.rstrip(" .…")
    return of_page if not title or (cut != title and of_page.startswith(cut)) else title


def _cleaned(document: RawDocument) -> Article | Problem:
    from tui.clean.pipeline import clean

    article = clean(document)
    if isinstance(article, Article) and document.notes:
        return replace(article, notes=(*document.notes, *article.notes))
    return article


def quotes_of(article: Article) -> tuple[Quote, ...]:
    """Return an article's quotations by their marks; none if finding them fails, since the text comes first."""
    try:
        with capped():
            return extracting.quotes_of(article)
    except Exception:
        log.exception("finding quotations in %r", article.source)
        return ()


def read(article: Article, quotes: tuple[Quote, ...] = (), by: Chosen = _OWN_WAY) -> tuple[Reading, bool]:
    """Return an article's reading by a model, and whether it is worth keeping.

    Where the model fails, the program's own way takes its place. What goes wrong there leaves the ``quotes`` that were
    found by their marks, and a note; a reading that a fault of this program cut short is not kept.
    """
    note, model = by.note, by.tagger.name if by.tagger else by.note
    if by.tagger is not None:
        try:
            with capped(MODEL_SECONDS, MODEL_MEMORY):
                return extracting.read(article, by.tagger), True
        except Overrun:
            note = f"names without {model}: it takes too long here"
        except MemoryError:
            note = f"names without {model}: it takes too much memory here"
        except Exception:
            log.exception("reading %r by %s", article.source, model)
            note = f"names without {model}: it fails here; the log says more"
    reading, final = _read(article, quotes)
    notes = (note, *reading.notes) if note else reading.notes
    return replace(reading, notes=notes, model=model), final


def _read(article: Article, quotes: tuple[Quote, ...]) -> tuple[Reading, bool]:
    """Return an article's reading by the program's own way, and whether it is worth keeping."""
    try:
        with capped():
            return extracting.read(article), True
    except Overrun:
        return without_panel(quotes, "takes too long"), True
    except MemoryError:
        return without_panel(quotes, "takes too much memory"), True
    except Exception:
        log.exception("reading %r", article.source)
        return without_panel(quotes, "meets a fault of this program; the log says more"), False


def without_panel(quotes: tuple[Quote, ...], why: str = "ends the engine", *, model: str = "") -> Reading:
    """Return a reading of quotations alone, with a note that says why; ``model`` is what should have read it."""
    return Reading(quotes=quotes, notes=(f"No panel: finding names in this article {why}.",), model=model)
