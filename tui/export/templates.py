"""The reader's own templates: Jinja2, in its sandbox."""

from __future__ import annotations

from collections.abc import Sequence

from tui.export.citation import cite, copy_text
from tui.export.fields import by_article, day, origin, speaker, title, web_address
from tui.model import Bookmark, Problem
from tui.text import one_line, path_name, sanitise


def render(template: str, bookmarks: Sequence[Bookmark], *, name: str = "the template") -> str | Problem:
    """Return what a template makes of ``bookmarks`` (and ``articles``, lists of them); a Problem names its line.

    Filters: ``cite("apa")``, ``copy_text``, ``speaker``, ``title``, ``origin``, ``address``, ``day``. A template can
    call nothing else, change nothing, and load no other file.
    """
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters |= {
        "cite": cite,
        "copy_text": copy_text,
        "speaker": speaker,
        "title": title,
        "origin": origin,
        "address": web_address,
        "day": lambda published: str(day(published) or ""),
    }
    try:
        articles = list(by_article(bookmarks))
        return sanitise(environment.from_string(template).render(bookmarks=bookmarks, articles=articles))
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        line = getattr(error, "lineno", None)
        return Problem(path_name(name), f"{f'line {line}: ' if line else ''}{one_line(str(error))}")
