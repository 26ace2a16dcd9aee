"""Who may be speaking: the people and bodies of an article with their places, genders and descriptions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.extract.document import Document
from tui.extract.people.scanning import each_at, words_before
from tui.extract.quotes.grammar import FILLER, Grammar
from tui.extract.quotes.scan import Scan
from tui.model import Gender, Organisation, Person
from tui.text import fold

if TYPE_CHECKING:
    from tui.extract.people.find import Names


class Mention(NamedTuple):
    """A place outside quotations where somebody is named, in flat offsets."""

    start: int
    end: int
    name: str


class Source(NamedTuple):
    """What the subject of a report names: a person or a body by name, a pronoun, or a phrase that describes."""

    kind: Literal["person", "body", "pronoun", "phrase"]
    text: str
    start: int
    end: int


class Description(NamedTuple):
    """What somebody is called beside their name, as folded words, and where."""

    at: int
    name: str
    words: frozenset[str]


@dataclass
class Scene:
    """A scanned text with its cast, and who has spoken so far.

    ``subjects`` maps a sentence's index to its resolved subject and whether it reports; ``said`` holds (place, name)
    of every report, in order. ``called`` tells what bodies are called: "the harbour company, Calder Marine";
    ``own_roles`` holds what else people are called here, folded: "the potter Ann Lee".
    ``topics`` maps a sentence's index to whom the pronoun means that is its subject.
    """

    scan: Scan
    people: list[Mention]
    bodies: list[Mention]
    genders: dict[str, Gender]
    counts: Counter[str]
    descriptions: list[Description] = field(default_factory=list)
    called: list[Description] = field(default_factory=list)
    own_roles: set[str] = field(default_factory=set)
    subjects: dict[int, tuple[str, int, bool]] = field(default_factory=dict)
    said: list[tuple[int, str]] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)

    @cached_property
    def first(self) -> dict[str, Mention]:
        """Where everybody is named first."""
        return {mention.name: mention for mention in reversed(self.people)}

    @cached_property
    def heads(self) -> dict[str, str]:
        """The head nouns of descriptions that were asked for: the same ones come back with every pronoun."""
        return {}

    @cached_property
    def subjects_of(self) -> dict[tuple[int, int, int], Source | None]:
        """The subjects of stretches that were asked for, by how many names were known then: to look may add one."""
        return {}

    @cached_property
    def reported_by(self) -> dict[tuple[int, int, int], tuple[Source, bool] | None]:
        """The subjects of sentences' reports that were asked for, in the same way."""
        return {}

    @cached_property
    def text(self) -> str:
        """The flat text with quotations blanked."""
        return self.scan.masked

    @cached_property
    def language(self) -> Grammar:
        """The grammar of the text's language."""
        return self.scan.language

    def people_in(self, start: int, end: int) -> list[Mention]:
        """Return the people named within a stretch, in order."""
        return _within(self.people, start, end)

    def bodies_in(self, start: int, end: int) -> list[Mention]:
        """Return the bodies named within a stretch, in order."""
        return _within(self.bodies, start, end)


def _within(mentions: list[Mention], start: int, end: int) -> list[Mention]:
    first = bisect_left(mentions, (start,))
    return [mention for mention in mentions[first : bisect_left(mentions, (end,), first)] if mention.end <= end]


def possessive(text: str, mention: Mention) -> bool:
    """Tell whether a name stands in the genitive: "Smith's", "the Smiths'"."""
    return text.startswith(("'s", "’s"), mention.end)


def scene(doc: Document, found: Scan, names: Names) -> Scene:
    """Set the scene: the cast of an article as far as it stands outside quotations."""
    # "Justice" alone is a title, whoever took it for a name.
    named = tuple(one for one in names.people if one.name.lower() not in found.language.roles)
    bodies = _mentions(doc, found, names.organisations)
    listed = _mentions(doc, found, named)
    unlisted = _unlisted(found, listed + bodies)
    people = _with_surnames(found, sorted(listed + unlisted))
    genders: dict[str, Gender] = {person.name: person.gender for person in named}
    for mention in unlisted:
        genders.setdefault(mention.name, "")
    told: dict[str, Gender] = {}
    for mention in people:
        if gender := _called(found, mention):
            told.setdefault(mention.name, gender)
    genders |= told
    counts = Counter(mention.name for mention in people)
    made = Scene(found, people, bodies, genders, counts)
    made.descriptions = sorted(_descriptions(made, names))
    made.called = sorted(_called_so(made))
    return made


_NOUN = re.compile(r"(\w[\w-]*)\.?(,?)\s$")


def _called(found: Scan, mention: Mention) -> Gender:
    """Return the gender that the title or noun right before a name tells: "Dame Ann Lee", "her son Kit"."""
    noun = _NOUN.search(found.masked, max(0, mention.start - 30), mention.start)
    closed = noun is not None and (not noun[2] or found.masked.startswith((",", "."), mention.end))
    if noun is None or not closed:
        return ""
    role = noun[1].lower()
    return found.language.described_gender(_article(found, mention.start), found.language.role_of(role) or role)


def _article(found: Scan, at: int) -> str:
    """Return the article that stands before the word before a name, empty if none."""
    words = found.masked[max(0, at - 60) : at].split()
    return words[-2] if len(words) > 1 else ""


def _mentions(doc: Document, found: Scan, named: tuple[Person, ...] | tuple[Organisation, ...]) -> list[Mention]:
    """Return the mentions that stand outside quotations, in order, none inside another."""
    spans = ((*doc.flat(span), each.name) for each in named for span in each.mentions)
    kept: list[Mention] = []
    for start, end, name in sorted(spans, key=lambda span: (span[0], -span[1])):
        if (not kept or start >= kept[-1].end) and FILLER not in found.masked[start:end]:
            kept.append(Mention(start, end, name))
    return kept


_ROLE_AND_NAME = re.compile(
    r"(?<![\w-])(?P<role>[\w-]+)\s(?P<name>[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ](?:\s[A-ZÀ-Þ]\.)?(?:\s[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]){1,2})(?!\s[A-ZÀ-Þ])"
)
# The same name behind any word.
_FULL_NAME = re.compile(r"[A-ZÀ-Þ](?<=[\w-]\s.)(?=[\w’'-]*[a-zß-ÿ](?:\s[A-ZÀ-Þ]\.)?\s[A-ZÀ-Þ])")


def _unlisted(found: Scan, known: list[Mention]) -> list[Mention]:
    """Return the people behind a role whom the names do not know: ``Die Lokführerin Jette Berg``."""
    behind_words = each_at(_ROLE_AND_NAME, found.masked, words_before(found.masked, _FULL_NAME))
    roles = [match for match in behind_words if found.language.role_of(match["role"].lower())]
    taken = {at for mention in known for at in range(mention.start, mention.end)} if roles else set()
    people = []
    for match in roles:
        low = match["name"].lower().split()
        plain = not (found.language.heads.isdisjoint(low) and found.language.determiners.isdisjoint(low))
        if not plain and taken.isdisjoint(range(match.start(), match.end())):
            people.append(Mention(*match.span("name"), match["name"]))
    return people


def _with_surnames(found: Scan, people: list[Mention]) -> list[Mention]:
    """Add the places where only a surname stands and nobody was named yet, for whoever bore it last."""
    surnames = {mention.name.split()[-1] for mention in people if " " in mention.name}
    surnames = {name for name in surnames if len(name) > 2 and name[0].isupper()}
    if not surnames:
        return people
    added: list[Mention] = []
    passed = 0
    for start, name in sorted((at, each) for each in surnames for at in _standing_alone(found.masked, each)):
        if start < passed:
            continue
        passed = start + len(name)
        before = bisect_left(people, (start + 1,)) - 1
        if before >= 0 and start < people[before].end:
            continue
        if _INSIDE_NAME.search(found.masked[max(0, start - 20) : start]):
            continue
        bearers = [mention for mention in people if mention.name.split()[-1] == name]
        bearer = next((mention for mention in reversed(bearers) if mention.start < start), bearers[0])
        added.append(Mention(start, start + len(name), bearer.name))
    return sorted(people + added)


_BEFORE_WORD = re.compile(r"(?<![\w@#-])")
_BEHIND_WORD = re.compile(r"(?![\w-])(?! [A-ZÀ-Þ])")


def _standing_alone(text: str, name: str) -> Iterator[int]:
    """Yield where a name stands as a word of its own, before no other name."""
    at = text.find(name)
    while at >= 0:
        if _BEFORE_WORD.match(text, at) and _BEHIND_WORD.match(text, at + len(name)):
            yield at
        at = text.find(name, at + 1)


_INSIDE_NAME = re.compile(r"(?!(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Miss|Sir|Lord|Lady|But|And|The)\b)\b[A-ZÀ-Þ][\w’'-]* $")


# --- descriptions -----------------------------------------------------------------------------------------------

_BEFORE = re.compile(r"(?:[\w.’'&-]+,? ){0,7}[\w.’'&-]+,? $")
_LONGEST_BEFORE = 8
_AFTER = re.compile(r",? (?:(?:aged )?\d{1,3}, )?(?:who (?:is|was) |is |was )?(?:[\w.’'&/-]+ ){0,9}[\w.’'&/-]+")
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*(?:\.[A-Z])*")
_GENITIVE = re.compile(r"[’']s?$")


def content(language: Grammar, phrase: str) -> frozenset[str]:
    """Return what a description is made of: its words, folded, without articles, prepositions and genitive endings."""
    found = _TOKEN.findall(phrase)
    words = [fold(_GENITIVE.sub("", word)) for word in found]
    plain = [word.replace(".", "") for word in words if word not in language.functional]
    return frozenset(plain + [fold(role) for word in found if (role := language.role_of(word.lower()))])


def _descriptions(scene: Scene, names: Names) -> list[Description]:
    found = []
    first: dict[str, int] = {}
    for mention in scene.people:
        first.setdefault(mention.name, mention.start)
        governs = scene.text.endswith("of", 0, max(0, mention.start - 1))
        if governs and _GOVERNS.search(scene.text, max(0, mention.start - 40), mention.start):
            found.append(Description(mention.start, mention.name, _HEADS_OF_GOVERNMENT))
        if own := _own_role(scene, mention):
            scene.own_roles.add(fold(own[-1]))
            found.append(Description(mention.start, mention.name, content(scene.language, " ".join(own))))
        if (behind := _OWN_BEHIND.match(scene.text, mention.end)) and _may_be_role(scene, behind["noun"]):
            scene.own_roles.add(fold(behind["noun"]))
            found.append(Description(mention.start, mention.name, content(scene.language, behind["words"])))
        for words in (_before(scene, mention), _after(scene, mention)):
            if words & scene.language.folded_roles:
                found.append(Description(mention.start, mention.name, words))
    for person in names.people:
        if person.role and person.name in first:
            found.append(Description(first[person.name], person.name, content(scene.language, person.role)))
    return found


#: A name that a preposition governs: "the chief executive of Calder Marine".
_GOVERNED = re.compile(r"\b(?:of|for|at|from|to|with|by)\s$")
_CALLED_BEFORE = re.compile(r"\b(?:the|an?|its|their)\s(?P<words>(?:[\w’'-]+\s){0,4}[\w’'-]+),\s$", re.I)
_CALLED_BEHIND = re.compile(r",\s(?:the|an?|its|their)\s(?P<words>[\w’'-]+(?:\s[\w’'-]+){0,6})")


def _called_so(scene: Scene) -> Iterator[Description]:
    """Yield what the text says beside a name that the body is: a company, a union, a bank."""
    for mention in (*scene.bodies, *scene.people):
        comma = scene.text.endswith(",", 0, max(0, mention.start - 1))
        before = _CALLED_BEFORE.search(scene.text, max(0, mention.start - 80), mention.start) if comma else None
        behind = _CALLED_BEHIND.match(scene.text, mention.end, mention.end + 80)
        for found in (before, behind):
            words = frozenset(found["words"].lower().split()) if found else frozenset()
            if words & scene.language.speakers and not words & scene.language.roles:
                yield Description(mention.start, mention.name, words)


def _may_be_role(scene: Scene, noun: str) -> bool:
    """Tell whether a word before or behind a name may be what somebody is, rather than a verb or a preposition."""
    language = scene.language
    return noun not in language.never and noun not in language.functional and noun not in language.plain_cues


def _own_role(scene: Scene, mention: Mention) -> list[str]:
    """Return the noun, with one word before it at most, that stands between an article and a name; else nothing."""
    line = scene.text.rfind("\n", 0, mention.start) + 1
    before = scene.text[max(line, mention.start - 60) : mention.start]
    if "’" in before or "'" in before:
        before = _ELISION.sub(r"\1 ", before)
    words = before.rstrip(" ,").split()
    for count in (1, 2):
        told = words[-count:]
        if len(words) > count and words[-count - 1].lower() in scene.language.determiners:
            plain = all(_WORDS.fullmatch(word) for word in told) and not scene.language.speakers & set(told)
            return told if plain and len(told[-1]) >= _LEAST_NOUN and _may_be_role(scene, told[-1]) else []
    return []


_ELISION = re.compile(r"\b([lL]['’])(?=\w)")
_WORDS = re.compile(r"[\w-]+")
_LEAST_NOUN = 4
#: "Ann Lee, 44, a young potter from Leeds,"
_OWN_BEHIND = re.compile(
    r",\s(?:\d{1,3},\s)?(?:an?|une?|una)\s(?P<words>(?:[a-zà-ÿ-]+\s)?(?P<noun>[a-zà-ÿ-]{4,}))"
    r"(?=[,.(]|\s(?:who|of|from|in|at|de|en|du|des|que|qui)\b)"
)
_GOVERNS = re.compile(r"\b(?:government|administration|cabinet)\sof\s$")
_HEADS_OF_GOVERNMENT = frozenset("prime minister president premier chancellor leader".split())


def _words_back(text: str, low: int, at: int) -> int:
    """Return where the words before an offset begin that ``_BEFORE`` can hold: it would try every letter before."""
    for _ in range(_LONGEST_BEFORE + 1):
        space = text.rfind(" ", low, at)
        if space < 0:
            return low
        at = space
    return at + 1


def _before(scene: Scene, mention: Mention) -> frozenset[str]:
    """Return the title or role right before a name: "US secretary of state, Mike Pompeo"."""
    line = scene.text.rfind("\n", 0, mention.start) + 1
    reach = _words_back(scene.text, max(line, mention.start - 80), mention.start)
    ahead = _BEFORE.search(scene.text, reach, mention.start)
    if ahead is None:
        return frozenset()
    titles = scene.language.titles
    if _GOVERNED.search(ahead[0]):
        return frozenset()
    kept: list[str] = []
    for word in reversed(ahead[0].rstrip(" ,").split()):
        low = word.lower().strip(".,")
        if (
            (word.endswith(",") and not all(one.lower().strip(".") in titles for one in kept))
            or low in scene.language.conjunctions
            or (word.endswith(".") and len(low) >= _LEAST_NOUN and low not in titles)
            or (low in scene.language.cues and not word[0].isupper())
        ):
            break
        kept.append(word)
        if low in scene.language.determiners:
            break
    return content(scene.language, " ".join(kept))


def _after(scene: Scene, mention: Mention) -> frozenset[str]:
    """Return the apposition right behind a name: ", programme director of the club,"."""
    behind = _AFTER.match(scene.text, mention.end, mention.end + 120)
    if behind is None or not behind[0].startswith((",", " is ", " was ", " (")):
        return frozenset()
    phrase = behind[0].removeprefix(", who is").removeprefix(", who was")
    kept: list[str] = []
    for word in phrase.split():
        verb = word in scene.language.plain_cues or (word in scene.language.verbs and word not in _IS)
        if word.lower() in _PHRASE_ENDS or (kept and verb):
            break
        kept.append(word)
    return content(scene.language, " ".join(kept))


_PHRASE_ENDS = frozenset("who which that and".split())
_IS = frozenset("is was".split())
