"""Feeds: what a feed's bytes say, in every format, and what is wrong with them."""
