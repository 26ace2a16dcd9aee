"""Bookmarks written out in the formats of other programs."""
