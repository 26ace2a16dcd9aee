"""Raw documents made into articles: the blocks that belong, and what was removed with its reason."""
