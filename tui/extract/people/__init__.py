"""People: names found by a small tagger and judged over the whole article."""
