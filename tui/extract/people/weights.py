"""How much each piece of evidence speaks for a name being a person's; a name is one if the sum is above 0.

The weights are log-odds: set by hand, checked by leaving each training corpus out in turn, and moved a little towards
what logistic regression asks for on news that people marked; see docs/extraction.md.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "always": -0.2,
    # What the tagger believes: its mean over all the name's places from -1 to 1, and how often it was sure (0 to 1).
    "tagged": 1.9,
    "often": 0.4,
    # ... and its mean belief in a body or a place.
    "other": -1.0,
    # The form of the name.
    "full": 0.25,
    "single": -0.5,
    "given first": 0.9,
    "family last": 0.4,
    "doubtful given first": 0.6,
    "suffix": 1.5,
    "initials": 1.2,
    # "Abu Ubaida", "Umm Khalid".
    "kunya": 1.5,
    "family alone": 0.4,
    "given alone": 0.3,
    "title alone": -2.5,
    "long": -1.5,
    "particle inside": 1.0,
    "shouted": -1.5,
    "digit": -4.0,
    "small word inside": -1.0,
    # "director of the Tarn Museum Ada Marsh", "the Marsh regime", "S Jothimani".
    "office": 2.5,
    "rule": 3.2,
    "bare initials": 1.0,
    # ... "her lawyer, Hulo Veskar, said".
    "apposed": 0.8,
    # Lists that hold the name or a word of it.
    "place": -1.8,
    "place in full": -7.0,
    "small place": -0.4,
    "listed with places": -1.0,
    "listed with people": 0.6,
    "in full with people": 0.4,
    "body word": -1.9,
    "never": -1.5,
    "title last": -2.5,
    # ... or no list holds any of it, and nothing speaks for it but the tagger.
    "stranger": -0.3,
    "known body": -4.0,
    "named after": -4.5,
    "acronym inside": -2.0,
    "small place in full": -1.2,
    "town in full": -1.0,
    "Al alone": -1.5,
    "surname like a body's": 1.5,
    "demonym": -2.0,
    "vessel prefix": -4.0,
    "eastern": 0.8,
    "eastern syllables": 1.8,
    "common words": -1.4,
    "no name": -1.5,
    "also in lower case": -1.0,
    "only begins sentences": -1.0,
    # What stands around it anywhere in the article.
    "honorific": 1.5,
    "role": 0.6,
    "says": 1.3,
    "age": 1.8,
    # ... before the name: "12-year-old Yonas".
    "aged": 1.0,
    "who": 1.0,
    # ... right before the name in full.
    "role in full": 1.1,
    "apposition": 0.6,
    "called": 2.2,
    "introduced": 1.6,
    "patronymic": 1.5,
    "party": 1.5,
    "their": 0.8,
    "relation": 0.8,
    "nickname": 1.5,
    # In a result list or team sheet: "Tries: Marsh 2, Okoro".
    "sheet": 3.5,
    # A single word that a longer name of a person in the article holds, or that none does ...
    "of a full name": 1.0,
    "orphan": -0.3,
    # ... and that is a town's too small for the list of places.
    "town": -0.6,
    # "Aides said": a common noun in the plural; "the Marshes": several of one surname.
    "plural": -2.5,
    # Someone whom newspapers call by one name.
    "one name": 1.2,
    "animal": -4.5,
    # What stands before it in half of its places or more.
    "the": -2.0,
    "the in full": -2.0,
    "in": -0.9,
    "always placed": -1.5,
    # ... and after it: "the Nobel prize", "Trump tower".
    "thing": -3.3,
    # ... "Caesar’s Palace".
    "owns": -0.7,
    # ... or before it the kind of body or place that it is, or "shares in".
    "kind": -3.0,
    # ... or before it "St", "Mount", "Calle", or beside it an ampersand, as in firms.
    "saint": -2.5,
    "ampersand": -2.5,
    # ... or around it: a title of several words in quotation marks.
    "work": -2.0,
    # ... or the marks stand right around the name.
    "in marks": -1.8,
    # A single word that is no surname before somebody's role: "Kichwa leader Ada Marsh".
    "before a role": -1.5,
    "headed": -1.5,
    # A word of a body's or place's longer name.
    "part of another name": -1.5,
}


def score(evidence: dict[str, float]) -> float:
    """Return the log-odds that a name with this evidence is a person's."""
    return sum(WEIGHTS[kind] * amount for kind, amount in evidence.items())
