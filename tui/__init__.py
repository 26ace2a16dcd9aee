"""Pullquote: a terminal news reader for people who read closely and quote."""

__version__ = "0.1.0"
