"""Noun phrases that may name a speaker: where they begin and end, and what they name."""

from __future__ import annotations

import re

from tui.extract.quotes.cast import Mention, Scene, Source, possessive
from tui.extract.quotes.grammar import FILLER, Grammar, is_adverb

_EDGES = " ,“”\"'‘’—–―-:;()[]" + FILLER
_WORD = re.compile(r"[\w’'.&@-]*\w")
_BEHIND_NAME = re.compile(r"\s*(?:,|\(|who\b|and\b|-|—|–|[’']s\b|$)")
_AUXILIARY = re.compile(r"\b(?:is|was|are|were|has|have|had|will|would|didn[’']t|can|could)\b")
_CLITIC = re.compile(r"[’'](?:s|re|ll|ve|d|m)$")
_LONGEST = 9
#: Pronouns that no verb has for its subject.
_OBJECTS = frozenset({"him"})


def without_clitic(word: str) -> str:
    """Return a word in small letters without the verb or genitive that is drawn together with it."""
    return _CLITIC.sub("", word) if "’" in word or "'" in word else word


def named(scene: Scene, start: int, end: int) -> Source | None:
    """Return what the noun phrase in a stretch of the text names, None if nobody could be speaking by that name."""
    text = scene.text[start:end]
    bare = text.strip(_EDGES)
    if not bare:
        return None
    start += text.find(bare)
    end = start + len(bare)
    low = bare.lower()
    if low in scene.language.pronouns:
        return Source("pronoun", low, start, end)
    if low in scene.language.ends or (scene.language.language != "en" and low in scene.language.adverbs):
        return None
    if _stands_for_somebody(scene, low):
        return Source("phrase", bare, start, end)
    if low.endswith(("him", "her", "them")) and _FOR_HIM.search(bare) and head(scene, bare) in scene.language.heads:
        return Source("phrase", bare, start, end)
    clause = scene.language.clause.search(bare)
    if clause and clause.start() and not scene.people_in(start + clause.end(), end):
        end = start + clause.start()
        bare = scene.text[start:end]
    if person := _person(scene, start, end):
        return person
    bodies = scene.bodies_in(start, end)
    if bodies and bodies[0].start <= start + 4 and bodies[-1].end >= end - 2 and len(bodies) == 1:
        return Source("body", bodies[0].name, start, end)
    if name := _unknown_name(scene, bare):
        return Source("phrase", name, end - len(name), end)
    return Source("phrase", bare, start, end) if may_speak(scene, bare, bool(bodies)) else None


#: "a spokesman for him"
_FOR_HIM = re.compile(r"\s(?:for|of|to)\s(?:him|her|them)$")


def _unknown_name(scene: Scene, phrase: str) -> str:
    """Return the name that ends a phrase behind a role: "newly elected councillor Ann Lee" where names missed her."""
    words = phrase.split()
    low = [word.lower().strip(".,") for word in words]
    at = next((n for n in range(len(low), 0, -1) if _is_title(scene.language, low[n - 1])), 0)
    name = " ".join(words[at:])
    return name if at and _NAME.fullmatch(name) else ""


def _is_title(language: Grammar, low: str) -> bool:
    honorific = low in language.honorifics and low not in language.determiners
    return honorific or bool(language.role_of(low))


def _stands_for_somebody(scene: Scene, low: str) -> bool:
    """Tell whether words are like "one", "another", "one of them"."""
    words = low.split()
    alone = len(words) == 1 or (len(words) == 3 and words[1] == "of")
    return alone and words[0] in scene.language.indefinites


def by(mention: Mention) -> Source:
    """Return the source that a person's mention is."""
    return Source("person", mention.name, mention.start, mention.end)


def _person(scene: Scene, start: int, end: int) -> Source | None:
    """Return the person who heads a phrase: no preposition stands before the name."""
    text, language = scene.text, scene.language
    people = [person for person in scene.people_in(start, end) if not possessive(text, person) or person.end >= end]
    if not people:
        return None
    last, first = people[-1], people[0]
    if heads_phrase(scene, start, last):
        rest = text[last.end : end + 1]
        if last.end >= end - 2 or _BEHIND_NAME.match(rest) or language.preposition.match(rest.lstrip()):
            return by(last)
        if not text[start : last.start].strip():
            return by(last)
    elif heads_phrase(scene, start, first):
        return by(first)
    return None


def heads_phrase(scene: Scene, start: int, person: Mention) -> bool:
    """Tell whether a person's name is what a phrase is about, rather than governed by a preposition in it.

    In "the head of the firm Ann Lee" it is, since the firm completes what stands before; in "an aide to Mr Lee" not.
    """
    language = scene.language
    prepositions = list(language.preposition.finditer(scene.text, start, person.start))
    if not prepositions:
        return True
    between = scene.text[prepositions[-1].end() : person.start].replace(",", " ").split()
    last = between[-1].lower().strip(".’'") if between else ""
    if not between or last in language.governed or last.endswith(("'s", "’s")):
        return False
    low = [word.lower() for word in between]
    return any(word not in language.honorifics and word not in language.determiners for word in low)


def may_speak(scene: Scene, phrase: str, body: bool = False) -> bool:
    """Tell whether words can describe a speaker at all; ``body`` tells that they name a known body."""
    language = scene.language
    words = _WORD.findall(phrase)
    if not words:
        return False
    low = [without_clitic(word.lower()) for word in words]
    small = words[0][0].islower()
    if low[-1] in language.never or (low[0] in language.never and low[0] not in language.determiners):
        return False
    if small and (low[0] in language.cues or is_adverb(low[0]) or low[0].endswith("ing")):
        return False
    if any(a in language.plain_cues and b[0].islower() for a, b in zip(low, words, strict=True)):
        return False
    if _AUXILIARY.search(phrase):
        return False
    if body:
        return True
    if low[0] in language.determiners:
        return len(words) > 1 and low[1] not in language.never
    if not small or "@" in phrase:
        return True
    return (
        low[-1] in language.heads
        or head(scene, phrase) in language.heads
        or (len(words) <= 3 and low[-1].endswith("s"))
    )


def speaks(scene: Scene, source: Source) -> bool:
    """Tell whether a source is one that speaks: somebody named or described, a body, or any proper name."""
    if source.kind != "phrase":
        return True
    noun = head(scene, source.text)
    return noun in scene.language.heads or noun in scene.language.indefinites or _proper(scene, source)


def _proper(scene: Scene, source: Source) -> bool:
    """Tell whether every word of a phrase that matters has a capital that is not the sentence's alone."""
    words = [word for word in _WORD.findall(source.text) if word.lower() not in scene.language.determiners]
    if not words or not all(word[0].isupper() or word in _IN_NAMES for word in words):
        return False
    return len(words) > 1 or re.search(rf"(?<!\w){re.escape(words[0].lower())}(?!\w)", scene.text) is None


#: Prepositions inside the names of bodies.
_IN_NAMES = frozenset("of for de du des del von van da di".split())


def looks_like_name(scene: Scene, phrase: str) -> bool:
    """Tell whether a phrase is written like a person's name that the names did not know."""
    low = phrase.lower().split()
    language = scene.language
    plain = language.heads.isdisjoint(low) and language.determiners.isdisjoint(low) and language.openers.isdisjoint(low)
    return plain and bool(_NAME.fullmatch(phrase))


_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ](?: [A-ZÀ-Þ]\.)?(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]){1,2}")


def head(scene: Scene, phrase: str) -> str:
    """Return the head noun of a description: the last word before a preposition or a relative clause."""
    if (known := scene.heads.get(phrase)) is not None:
        return known
    front = _RELATIVE.split(scene.language.preposition.split(phrase, 1)[0], 1)[0]
    words = _NOUN.findall(_GENITIVE.sub("", front.strip()))
    noun = words[-1].lower() if words else ""
    scene.heads[phrase] = noun if noun in scene.language.speakers else scene.language.role_of(noun) or noun
    return scene.heads[phrase]


_RELATIVE = re.compile(r"\b(?:who|that|which)\b")
_GENITIVE = re.compile(r"[’']s\s*$")
_NOUN = re.compile(r"[^\W\d_][\w-]*")


# --- the phrase behind an inverted verb ---------------------------------------------------------------------------


def ahead(scene: Scene, start: int, end: int) -> Source | None:
    """Return the source that begins right behind an inverted verb or "according to"."""
    text = scene.text[start:end]
    start += len(text) - len(text.lstrip())
    text = scene.text[start:end]
    first = _WORD.match(text)
    if first is None or _begins_nothing(scene.language, first[0].lower()):
        return None
    if first[0].lower() in scene.language.prepositions:
        return None
    stop = start + _phrase_end(scene, text)
    source = named(scene, start, stop)
    if source and source.kind in ("phrase", "body"):
        called = apposed(scene, stop, end)
        known = (by(called) if called else None) or _named_inside(scene, start, stop)
        return known or (apposed_name(scene, source, stop, end) if source.kind == "phrase" else None) or source
    return source


def _begins_nothing(language: Grammar, low: str) -> bool:
    return low in language.never and low not in language.pronouns and low not in language.determiners


def _phrase_end(scene: Scene, text: str) -> int:
    for match in scene.language.after_phrase.finditer(text):
        if match[0] == "." and _initial(text[: match.end()]):
            continue
        if match.start() == 0:
            continue
        return match.start()
    return len(text)


def _initial(text: str) -> bool:
    """Tell whether a text ends in an initial or a shortened title, whose full stop ends nothing."""
    return bool(
        re.search(
            r"(?:\b[A-ZÀ-Þ]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Gen|Lt|Col|Prof|Rev|Sgt|Capt|Sra?|Mme|M))\.$", text
        )
    )


#: "the potter", "a young potter" before a name.
_SHORT_ROLE = 3


def apposed(scene: Scene, comma: int, end: int) -> Mention | None:
    """Return the person named right behind a description and a comma: "the head of the firm, Dame Ann Lee"."""
    if scene.text[comma : comma + 1] != ",":
        return None
    person = next(iter(scene.people_in(comma + 1, end)), None)
    if person is None:
        return None
    titles = scene.language.titles
    between = scene.text[comma + 1 : person.start].replace(".", "").split()
    titled = not between or (between[-1].lower() in titles and all(word[0].isupper() for word in between))
    if titled or all(word.lower() in titles for word in between):
        return person
    called = 1 < len(between) <= _SHORT_ROLE and between[0].lower() in scene.language.determiners
    if called and between[-1][0].islower() and re.match(r"[,.(]|$", scene.text[person.end : end]):
        return person
    role = heads_phrase(scene, comma + 1, person) and not scene.language.titles_apart(between)
    return person if role else None


def apposed_name(scene: Scene, source: Source, comma: int, end: int) -> Source | None:
    """Return the name between commas behind a description whom the names do not know: "his wife, Ginette,"."""
    called = _OTHER_NAME.match(scene.text, comma, end)
    noun = head(scene, source.text)
    if (
        called is None
        or noun not in scene.language.heads
        or called["name"].lower() in scene.language.openers
        or called["name"].lower() in scene.language.ends
    ):
        return None
    first = [name for name in scene.genders if name.split()[0] == called["name"]]
    if len(first) == 1:
        return Source("person", first[0], *called.span("name"))
    if noun in scene.language.roles:
        scene.genders.setdefault(called["name"], scene.language.described_gender(source.text, noun))
    return Source("phrase", called["name"], *called.span("name"))


_OTHER_NAME = re.compile(
    r",\s(?P<name>[A-ZÀ-Þ][\w’-]*[a-zß-ÿ](?:\s(?:of\s|and\s|&\s|de\s|van\s|al-)?[A-ZÀ-Þ][\w’.-]*){0,4})\s?(?:[,(\x02]|\.(?:\s|$))"
)


def _named_inside(scene: Scene, start: int, end: int) -> Source | None:
    """Return the person whom a description leads up to: "said Labour leader Ann Lee of Leeds"."""
    for person in scene.people_in(start, end):
        between = scene.text[start : person.start]
        if not scene.language.preposition.search(between) and not possessive(scene.text, person):
            return by(person)
        break
    return None


# --- the phrase that ends before a verb ---------------------------------------------------------------------------


def behind(scene: Scene, low: int, end: int) -> Source | None:
    """Return the source whose phrase ends at ``end``; the sentence begins at ``low``."""
    text = scene.text[low:end].rstrip()
    end = low + len(text)
    last = _LAST.search(text, text.rfind(" ") + 1)
    word = without_clitic(last[0].lower()) if last else ""
    pronoun = word in scene.language.pronouns and word not in scene.language.determiners and word not in _OBJECTS
    if last and pronoun:
        return Source("pronoun", word, low + last.start(), end)
    start = _past_verb(scene, _clause_start(scene, low, end), end)
    people = scene.people_in(start, end)
    if people:
        person = people[-1]
        if person.end >= end - 1 or scene.text[person.end : end].strip() in ("’s", "'s", ")"):
            return _spokesman_for(scene, start, person, end) or by(person)
        if _of_somewhere(scene, start, person, end):
            return by(person)
    if (apposed_before := _named_before_comma(scene, low, start)) is not None:
        return apposed_before
    begins = _shortened(scene, start, end)
    return named(scene, begins, end) if begins is not None else None


_LAST = re.compile(r"[\w’']+$")


def _named_before_comma(scene: Scene, low: int, start: int) -> Source | None:
    """Return the person whose apposition lacks its second comma: "Ann Lee, harbour spokeswoman said"."""
    comma = scene.text[low:start].rstrip()
    people = scene.people_in(low, start)
    if not comma.endswith(",") or not people or people[-1].end != low + len(comma) - 1:
        return None
    lead = scene.text[low : people[-1].start].strip(" .").lower()
    determined = scene.text[start:].split(" ", 1)[0].lower() in scene.language.determiners
    alone = not lead or lead in scene.language.honorifics
    return by(people[-1]) if alone and not determined and scene.text[start].isupper() else None


def _past_verb(scene: Scene, start: int, end: int) -> int:
    """Step over an inverted verb that opens a clause: ", continued Smith, who"."""
    word = _WORD.match(scene.text, start, end)
    inverted = word and word[0].islower() and word[0] in scene.language.strong and word[0] not in scene.language.nouns
    return word.end() + 1 if word and inverted and word.end() + 1 < end else start


def _clause_start(scene: Scene, low: int, end: int) -> int:
    start = low
    for match in scene.language.boundary.finditer(scene.text, low, end):
        if match.end() < end - 1:
            start = match.end()
    return start + len(scene.text[start:end]) - len(scene.text[start:end].lstrip())


def _spokesman_for(scene: Scene, start: int, person: Mention, end: int) -> Source | None:
    """Return the phrase where a person's name only says for whom somebody speaks: "a spokesman for Mr Lee"."""
    if heads_phrase(scene, start, person):
        return None
    front = scene.language.preposition.split(scene.text[start : person.start])[0].split()
    low = [word.lower() for word in front[-4:]]
    if not (scene.language.heads.isdisjoint(low) and scene.language.writings.isdisjoint(low)):
        return Source("phrase", scene.text[start:end].strip(), start, end)
    return None


def _of_somewhere(scene: Scene, start: int, person: Mention, end: int) -> bool:
    """Tell whether a name is followed by where somebody is from: "Ann Lee of the Upland Institute"."""
    rest = scene.text[person.end : end]
    if not re.fullmatch(r"\s(?:of|from|at|with|in)\s(?:[\w.’'&-]+\s?){1,7}", rest) or scene.language.cue_words(rest):
        return False
    return heads_phrase(scene, start, person)


def _shortened(scene: Scene, start: int, end: int) -> int | None:
    """Return where a long phrase, or one behind an adjunct, may begin: at its last article, or three words back.

    None where the adjunct is all there is, as in ``En un comunicado afirma``.
    """
    words = list(re.finditer(r"\S+", scene.text[start:end]))
    adjunct = bool(words) and words[0][0].lower() in scene.language.prepositions
    if len(words) <= _LONGEST and not adjunct:
        return start
    articles = [n for n, word in enumerate(words[:-1]) if word[0].lower() in scene.language.determiners]
    if not articles:
        return start if adjunct else start + words[-3].start()
    begins = _last_free(scene, [word[0].lower() for word in words], articles)
    alone = adjunct and begins == 1 and scene.language.drops_subjects
    return None if alone else start + words[begins].start()


def _last_free(scene: Scene, words: list[str], articles: list[int]) -> int:
    """Return the last article that no preposition governs: "In the morning a spokesman for the ministry".

    Behind a relative pronoun all belong to what stands before it, and the last will do.
    """
    clause = any(_RELATIVE.fullmatch(word) for word in words[: articles[-1]])
    free = [n for n in articles if n and words[n - 1] not in scene.language.prepositions]
    return articles[-1] if clause or not free else free[-1]
