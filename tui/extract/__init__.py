"""Articles made into readings: who, where, what, and who said it."""
