"""Which language a text is in: what ``tui.languages`` guesses, under the name that cleaning knows."""

from tui.languages import guess

__all__ = ["guess"]
