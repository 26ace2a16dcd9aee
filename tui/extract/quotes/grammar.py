"""What a language's words do around a quotation: verbs that report, words that end a phrase, who may be speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from tui.model import Gender
from tui.text import fold

WORD = re.compile(r"[^\W\d_][\w’'-]*")
#: What stands for each letter of a quotation when its sentence is read without it.
FILLER = "\x02"
_INITIAL_CUES = frozenset("said says asked added wrote".split())


@dataclass(frozen=True, eq=False, repr=False)
class Grammar:
    """A language's reporting words, as sets of folded words, and the patterns made of them.

    The fields are the lists of ``words/``, whose ``en.txt`` says what each holds.
    """

    language: str
    strong: frozenset[str]
    weak: frozenset[str]
    nouns: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    determiners: frozenset[str]
    pronouns: dict[str, str]
    possessives: dict[str, Gender]
    never: frozenset[str]
    openers: frozenset[str]
    roles: frozenset[str]
    generic: frozenset[str]
    speakers: frozenset[str]
    writings: frozenset[str]
    sources: tuple[str, ...]
    relatives: frozenset[str]
    ends: frozenset[str]
    before_nouns: frozenset[str]
    before_no_verb: frozenset[str]
    verbs: frozenset[str]
    inverters: frozenset[str]
    tells: frozenset[str]
    agents: frozenset[str]
    infinitives: frozenset[str]
    honorifics: frozenset[str]
    performs: frozenset[str]
    works: frozenset[str]
    small: frozenset[str]
    male_nouns: frozenset[str]
    female_nouns: frozenset[str]
    epithets: frozenset[str]
    indefinites: frozenset[str]
    sends: frozenset[str]
    gestures: frozenset[str]
    answers: frozenset[str]
    verb_endings: frozenset[str]
    articles_male: frozenset[str]
    articles_female: frozenset[str]
    listeners: frozenset[str]
    varied: frozenset[str]
    responses: frozenset[str]
    audience: frozenset[str]
    same_roles: dict[str, frozenset[str]]

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every form that may report."""
        return self.strong | self.weak

    @cached_property
    def plain_cues(self) -> frozenset[str]:
        """Every form that may report and is no noun."""
        return self.cues - self.nouns

    @cached_property
    def folded_roles(self) -> frozenset[str]:
        """The roles without their accents, as descriptions hold them."""
        return frozenset(map(fold, self.roles))

    @cached_property
    def titles(self) -> frozenset[str]:
        """What may stand before a name: honorifics and roles."""
        return self.honorifics | self.roles

    @cached_property
    def governed(self) -> frozenset[str]:
        """What stands between a preposition and the name that it governs."""
        return self.honorifics | self.roles | self.determiners

    @cached_property
    def subject_ends(self) -> frozenset[str]:
        """Words before which a subject is over: plain verbs, relative pronouns, conjunctions that join no nouns."""
        return self.verbs | self.relatives | (self.conjunctions - {"and", "et", "und", "y", "e"})

    @cached_property
    def functional(self) -> frozenset[str]:
        """Words that say nothing about anybody: articles and prepositions."""
        return self.determiners | self.prepositions

    @cached_property
    def heads(self) -> frozenset[str]:
        """Every noun that may head the description of a speaker."""
        return self.roles | self.speakers

    def titles_apart(self, words: list[str]) -> bool:
        """Tell whether words between a comma and a name are more than a role: no role among them, a verb or a comma."""
        low = [word.lower() for word in words]
        plain = any(word.endswith(",") or word in self.verbs or word in self.relatives for word in low)
        return plain or not any(word in self.roles for word in low)

    def gender_of(self, noun: str) -> Gender:
        """Return the gender that a noun tells: "spokeswoman" is female."""
        english = self.language == "en"
        if noun in self.female_nouns or (english and noun.endswith(("woman", "women"))):
            return "female"
        men = english and noun.endswith(("man", "men")) and noun not in _NOT_MEN
        return "male" if noun in self.male_nouns or men else ""

    @property
    def drops_subjects(self) -> bool:
        """Whether a verb may stand without a subject, whoever was spoken of before being meant: ``afirma que``."""
        return self.language == "es"

    def role_of(self, noun: str) -> str:
        """Return the role that a noun in small letters is, in German the last part of a compound; empty if none."""
        if noun in self.roles or self.language != "de":
            return noun if noun in self.roles else ""
        ends = (noun[at:] for at in range(_LEAST_PART, len(noun) - _LEAST_PART))
        return next((end for end in ends if end in self.roles), noun if _GERMAN_FEMININE.search(noun) else "")

    def described_gender(self, phrase: str, noun: str) -> Gender:
        """Return the gender that a description tells by its noun, else by its article where articles have one."""
        article = phrase.split(" ", 1)[0].lower()
        if (gender := self.gender_of(noun)) or noun not in self.heads:
            return gender
        return "female" if article in self.articles_female else "male" if article in self.articles_male else ""

    def is_plain_verb(self, word: str, previous: str) -> bool:
        """Tell whether a word of a phrase is plainly a verb, by the list, its ending, or a German noun before it."""
        low = word.lower().strip(".,;:’'\"")
        if low in self.subject_ends:
            return True
        if self.language == "de":
            plain = self._joints
            return word[0].islower() and previous[:1].isupper() and low not in plain and previous.lower() not in plain
        return word[0].islower() and len(low) > _LEAST_VERB and low.endswith(self._verb_ends)

    @cached_property
    def _joints(self) -> frozenset[str]:
        return self.prepositions | self.determiners | self.conjunctions

    @cached_property
    def _verb_ends(self) -> tuple[str, ...]:
        return tuple(sorted(self.verb_endings))

    def trailing_words(self, text: str) -> int:
        """Return how many letters at the end of a stretch are adverbs, auxiliaries and spaces.

        The pattern is tried from the word on that may be the first of them: it would be tried at every letter.
        """
        at = len(text)
        while (space := text.rfind(" ", 0, at)) >= 0 and self._may_trail(text[space + 1 : at].lower()):
            at = space
        found = self.trailing.search(text, max(0, space))
        return len(found[0]) if found else 0

    def _may_trail(self, words: str) -> bool:
        plain = words.replace("’", "'").split()
        return all(word in self.adverbs or word.endswith(("ly", "n't", "ment")) for word in plain)

    @cached_property
    def clause(self) -> re.Pattern[str]:
        """Where a relative clause opens behind a noun."""
        return re.compile(rf",?\s(?:{_any(self.relatives - self.determiners)})\b", re.I)

    @cached_property
    def trailing(self) -> re.Pattern[str]:
        """Adverbs and auxiliaries that end a stretch: what stands between a subject and its verb."""
        suffix = (
            rf"|(?-i:(?!{_any(_LY_NOUNS)})[a-z]+ly)|\w+n[’']t"
            if self.language == "en"
            else r"|\w+ment"
            if self.language == "fr"
            else ""
        )
        return re.compile(rf"(?:\s|(?<![\w’'-])(?:{_any(self.adverbs)}{suffix}))+$", re.I)

    @cached_property
    def boundary(self) -> re.Pattern[str]:
        """Where a clause may begin: a stop, a comma, a dash, a bracket or a conjunction."""
        return re.compile(rf"[,;:—–(){FILLER}]|\b(?:{_any(self.conjunctions)})\b", re.I)

    @cached_property
    def preposition(self) -> re.Pattern[str]:
        """A preposition anywhere."""
        return re.compile(rf"(?<![\w’'-])(?:{_any(self.prepositions)})(?![\w-])", re.I)

    @cached_property
    def relative(self) -> re.Pattern[str]:
        """A relative pronoun with at most two words behind it: the verb that follows belongs to its clause."""
        return re.compile(rf"\b(?:{_any(self.relatives)})\s+(?:\w+\s+){{0,2}}$", re.I)

    @cached_property
    def passive(self) -> re.Pattern[str]:
        """A verb whose agent follows it, up to the first letter of the agent: "described by"."""
        return re.compile(rf"[\w’'-]+(?:\s\w+)?\s+(?:{_any(self.agents)})\s+(?=\S)")

    @cached_property
    def according(self) -> re.Pattern[str]:
        """A phrase such as "according to", up to the first letter of the source."""
        phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in self.sources)
        return re.compile(rf"\b(?:{phrases})(?:\s+|(?<=[’']))(?=\S)", re.I)

    @cached_property
    def after_phrase(self) -> re.Pattern[str]:
        """Where the source after an inverted verb ends."""
        stops = self.prepositions - {"of", "for", "at", "from", "de", "du", "des", "d'", "von", "vom", "del"}
        stops = (
            stops
            | self.conjunctions
            | self.relatives - {"der", "die", "das"}
            | self.ends
            | {word.capitalize() for word in self.ends}
        )
        return re.compile(rf"[,;:(—–―{FILLER}]|\.(?=\s|$)|\s(?:{_any(stops)})(?![\w’'-])|\s\w+ing\b")

    def is_cue(self, text: str, at: int, word: str) -> bool:
        """Tell whether the cue word at ``at`` of a clause is used as a verb, by the word before it."""
        if word in self.infinitives and _TO.match(text, at + len(word)):
            return False
        before = text[max(0, at - _WIDEST_WORD) : at].rstrip()
        last = _LAST_WORD.search(before)
        if last and last[0].islower() and is_adverb(last[0]):
            before = before[: last.start()].rstrip()
            last = _LAST_WORD.search(before)
        previous = last[0].lower() if last and last.end() == len(before) else ""
        noun = word in self.nouns
        if noun or word.endswith("ing"):
            gerund = not noun and previous in self.prepositions
            owned = previous in self.before_nouns or previous in self.determiners or previous.endswith(("’s", "'s"))
            if not gerund and owned:
                return False
            if noun and (not before.strip(_OPENING_PUNCTUATION) or _CLAUSE_CLOSED.search(before)):
                return True
            if noun:
                proper = bool(last) and last is not None and last.end() == len(before) and last[0][0].isupper()
                return proper or previous in self.pronouns or previous in self.heads or previous in ("and", "also")
            return True
        return previous not in self.before_no_verb

    def cue_words(self, text: str) -> list[tuple[int, str]]:
        """Return (place, form in small letters) of every word of a stretch that reports, in order."""
        return [(at, word) for at, _, word in self.possible_cues(text) if self.is_cue(text, at, word)]

    def possible_cues(self, text: str) -> list[tuple[int, int, str]]:
        """Return (start, end, form in small letters) of every word that reports if those around it let it."""
        found = []
        cues, french = self.cues, self.language == "fr"
        for match in WORD.finditer(text):
            raw = match[0]
            word = raw.lower().replace("’", "'")
            if french:
                word, raw = without_clitics(word), raw.lower()
            if word in cues and (raw[0].islower() or word in _INITIAL_CUES):
                found.append((match.start(), match.end(), word))
        return found


_LY_NOUNS = frozenset(
    "family ally assembly reply supply anomaly monopoly bully rally tally belly folly butterfly homily lily jelly "
    "belly gully italy july sicily".split()
)
_NOT_MEN = frozenset("human german roman norman ottoman women specimen regimen shaman talisman caiman".split())
#: A relative clause that a comma has just closed: what follows is the verb of the clause around it.
_CLAUSE_CLOSED = re.compile(r",\s(?:\w+\s)?(?:who|whom|whose|which)\b[^,]*,$")
_LAST_WORD = re.compile(r"[\w’'.-]+$")
_WIDEST_WORD = 60
#: A plain verb that its ending tells has more letters than this: "ait", "sino" are none.
_LEAST_VERB = 4
#: Neither part of a German compound has fewer letters: "Lokführer".
_LEAST_PART = 3
_GERMAN_FEMININE = re.compile(r"(?:er|ist|ent|ant|or|log)in$")
_OPENING_PUNCTUATION = " ,—–―-" + FILLER
_TO = re.compile(r"\s+to\b")


def is_adverb(word: str) -> bool:
    """Tell whether an English word has an adverb's ending: "quietly", but not "family"."""
    return word.endswith("ly") and word not in _LY_NOUNS


def without_clitics(word: str) -> str:
    """Take pronouns and the participle's ending off a French verb: ``dit-il``, ``s'exclame``, ``exclamée``."""
    word = re.sub(r"(?:-t)?-(?:il|elle|on|ils|elles|je)$", "", word)
    word = re.sub(r"(?<=é)(?:e|s|es)$", "", word)
    return word if word.startswith("s'") else re.sub(r"^(?:[nmtlj]|qu)'", "", word)


_PLAIN = (
    "nouns adverbs prepositions conjunctions determiners never openers roles generic speakers writings relatives ends "
    "before_nouns before_no_verb verbs inverters agents tells infinitives honorifics performs works small "
    "male_nouns female_nouns epithets indefinites sends gestures answers "
    "verb_endings articles_male articles_female listeners varied responses audience"
).split()


def _any(words: frozenset[str] | set[str]) -> str:
    return (
        "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"
    )


def _forms(verb: str, irregular: dict[str, str]) -> list[str]:
    """Inflect an English verb."""
    if verb in irregular:
        return [verb, *irregular[verb].split(",")]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return [verb, verb + plural, verb + "ed", verb + "ing"]


LANGUAGES = frozenset({"en", "fr", "de", "es"})


def read_table(code: str) -> dict[str, list[str]]:
    """Return the word lists of a file in ``words/``: ``key: words``, and more words on indented lines."""
    table: dict[str, list[str]] = {}
    key = ""
    for line in files(__package__).joinpath("words", f"{code}.txt").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        rest = line
        if not line[0].isspace():
            key, _, rest = line.partition(":")
        table.setdefault(key, []).extend(rest.split())
    return table


@lru_cache(maxsize=8)
def grammar(language: str) -> Grammar:
    """Return the grammar of a BCP 47 language; English where there is no table for it."""
    code = language.split("-")[0].lower()
    code = code if code in LANGUAGES else "en"
    table = read_table(code)
    irregular = dict(entry.split("=") for entry in table.get("irregular", ()))

    def words(key: str) -> frozenset[str]:
        return frozenset(table[key])

    def verbs(key: str) -> frozenset[str]:
        return frozenset(form for verb in words(key) for form in _forms(verb, irregular)) if irregular else words(key)

    pronouns = {word: kind for kind in ("group", "self", "who", "female", "male") for word in words(kind)}
    genders: dict[str, Gender] = {word: "male" for word in words("possessive_male")}
    genders |= {word: "female" for word in words("possessive_female")}
    plain = {key: words(key) for key in _PLAIN}
    strong = verbs("strong")
    sources = tuple(phrase.replace("_", " ") for phrase in table["according"])
    same = {role: frozenset(others.split(",")) for role, others in (one.split("=") for one in table["same_roles"])}
    return Grammar(
        code,
        strong,
        verbs("weak") - strong,
        pronouns=pronouns,
        possessives=genders,
        sources=sources,
        same_roles=same,
        **plain,
    )
