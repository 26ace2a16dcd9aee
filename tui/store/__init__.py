"""The library: everything kept between two readings, in one SQLite file."""
