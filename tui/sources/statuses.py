"""What a server's refusal is in words for people."""

from __future__ import annotations

_WORDS = {
    400: "the server does not understand the request",
    401: "the {what} wants a login",
    402: "the {what} wants to be paid for",
    403: "the server refuses to hand the {what} out",
    404: "there is no {what} at this address",
    410: "the {what} is gone for good",
    429: "the server wants fewer requests",
    451: "the {what} is withheld for legal reasons",
}


def refusal(status: int, what: str) -> str:
    """Return why a server does not hand out ``what`` was asked for ("page", "feed"), its HTTP status behind it."""
    otherwise = "the server has a fault of its own" if status >= 500 else "the server refuses"
    return f"{_WORDS.get(status, otherwise).format(what=what)} ({status})"
