"""What speaks for and against a sentence being boilerplate: its signs. ``judge_weights`` makes one number of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.clean import judge_orders
from tui.clean.signs import FIELD_OF, MAYBE_OF, SURE_OF, Table, reasons, table
from tui.model import Reason

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|»[^«»]{2,}«|„[^“”]*(?:[“”]|$)|\"[^\"]*(?:\"|$)|"
    r"(?<!\w)[‘'](?!\s)[^’']{12,}[’'](?!\w)"
)
_PRICE = re.compile(r"[£$€]\s?\d|\b\d\d?p\b|\d\s?(?:€|£|EUR\b|R\$)")
# So much for so long: "£4 a month", "5 euros al mes", "drei Euro im Monat".
_RATE = re.compile(
    r"(?:[£$€]\s?\d[\d.,]*|\b(?:€|euros?|dollars?|pounds?|pence|p|R\$|reais|EUR)\b|\d\s?€|R\$\s?[\d.,]+)\s*"
    r"(?:a|an|per|each|every|pro|im|al|par|por|ao|/)\s*"
    r"(?:weeks?|month|year|issue|Woche|Monat|Jahr|mois|an|semaine|mes|año|semana|mese|anno|settimana|mês|ano)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\w+|(?:^|\s)@\w{3,}|\b(?:https?://|www\.)\S+")
# What a text holds that has a price, a year, a share or an address.
_FIGURED = re.compile(r"[\d@]|://|www\.")
_ARROW = re.compile(r"[»›→▶▸>]\s*$|^\s*[»›→▶▸>•]|\b(?:https?://|www\.)\S+\s*$")
_STOP = re.compile(r"[.!?…:;,。！？][\"'”’»)\]]*$")
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")
_YEAR = re.compile(
    r"\b(?:1[6-9]|20)\d\d\b|\b\d{1,3}(?:[.,]\d+)*\s?(?:%|per cent|percent|million|billion|Prozent|Millionen)\b"
)


LABEL_WORDS = 8
_OF_REPORTS = frozenset({"other people", "once", "modal"})
_OF_ORDERS = _OF_REPORTS | set("do: first|do: give|do: sign|do: read|do: tell|do: set|urge|small|further".split("|"))
_SHORTEST = 4


@dataclass(frozen=True)
class Signs:
    """What was seen in one sentence. ``sure`` and ``maybe`` count phrases for each reason.

    ``wording`` is what its words weigh, ``stems`` the beginnings of its longer ones, ``covered`` the share of them that
    is of some field; ``asks_else`` tells that it asks for something that no field names.
    """

    words: int
    sure: dict[Reason, int] = field(default_factory=dict)
    maybe: dict[Reason, int] = field(default_factory=dict)
    you: int = 0
    we: int = 0
    asks: bool = False
    asks_first: bool = False
    rate: bool = False
    contact: bool = False
    opens: bool = False
    press: int = 0
    soft: int = 0
    publisher: bool = False
    itself: bool = False
    reports: int = 0
    others: int = 0
    past: int = 0
    names: int = 0
    figures: int = 0
    price: bool = False
    arrow: bool = False
    open_end: bool = False
    quoted: float = 0.0
    linked: float = 0.0
    line: Reason | None = None
    question: bool = False
    wording: float = 0.0
    fields: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    covered: float = 0.0
    asks_else: bool = False

    @property
    def strange(self) -> bool:
        """Whether nothing at all in the sentence reminds of boilerplate."""
        spoken = self.sure or self.maybe or self.you or self.we or self.publisher or self.itself or self.line
        return not (spoken or self.fields - _OF_REPORTS)

    @property
    def addressed(self) -> bool:
        """Whether it speaks to a reader or of its own page, or looks like a label."""
        spoken = self.you or self.we or self.asks or self.itself or self.price or self.publisher
        return bool(spoken) or (self.open_end and self.words <= LABEL_WORDS)

    @property
    def reason(self) -> Reason | None:
        """The reason that most phrases speak for; None where none does."""
        if self.line:
            return self.line
        points = {reason: 3 * self.sure.get(reason, 0) + self.maybe.get(reason, 0) for reason in self.sure | self.maybe}
        return max(points, key=lambda reason: points[reason]) if points else None


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, apostrophes straight."""
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def _first(clause: str) -> str:
    """Return the first word of a clause as ``words`` does."""
    found = _WORD.search(clause)
    return found[0].lower().replace("’", "'") if found else ""


def stems(listed: list[str]) -> frozenset[str]:
    """Return the beginnings of the longer words among some."""
    return frozenset(word[:6] for word in listed if len(word) >= 5)


def unquoted(sentence: str) -> str:
    """Return a sentence with a mark for each quotation in it."""
    return _QUOTED.sub(" “ ", sentence)


def read(
    sentence: str, language: str, site: str = "", linked: float = 0.0, alone: bool = False, last: bool = False
) -> Signs:
    """Return the signs of one sentence.

    ``site`` is the publisher's name, where it is known; ``linked`` the share of the sentence that is a link; ``alone``
    tells that it is a whole block, ``last`` that it ends one. What stands in
    quotation marks is somebody's words and gives no signs.
    """
    own = unquoted(sentence)
    quoted = 1 - len(own.replace("“", "").strip()) / max(1, len(sentence.strip()))
    lists, listed = table(language), words(own)
    found = lists.phrases.find(listed)
    publisher = _names_publisher(own, lists.papers, site)
    fields = _fields(own, found, lists)
    rare = bool(_FIGURED.search(own))
    return Signs(
        words=len(listed),
        sure=reasons(found, SURE_OF),
        maybe=reasons(found, MAYBE_OF),
        you=len(found.get("you", ())) + (len(lists.formal.findall(own)) if lists.formal else 0),
        we=len(found.get("we", ())),
        asks=_asks(own, lists.imperatives),
        asks_first=bool(listed) and listed[0] in lists.imperatives and not _COMPOUND.match(own),
        rate=bool(_RATE.search(own)),
        contact=rare and bool(_CONTACT.search(own)),
        opens=any(at[0] == 0 for key, at in found.items() if key.startswith(SURE_OF)),
        press=len(found.get("press", ())),
        soft=len(found.get("soft", ())),
        publisher=publisher,
        itself="itself" in found,
        reports=len(found.get("reporting", ())),
        others=len(found.get("others", ())),
        past=sum(map(lists.past.__getitem__, listed)),
        names=len(_NAME.findall(own)) - 2 * publisher,
        figures=len(_YEAR.findall(own)) if rare else 0,
        price=rare and bool(_PRICE.search(own)),
        arrow=bool(_ARROW.search(own)),
        open_end=not _STOP.search(sentence.strip()),
        quoted=quoted,
        linked=linked,
        line=_line(sentence, listed, lists, alone) if alone or last else _credit(sentence, lists),
        question=sentence.rstrip().endswith("?"),
        wording=lists.wording.start + lists.wording.weigh(own) + judge_orders.weigh(found, len(listed)),
        fields=fields,
        stems=stems(listed),
        covered=_covered(found, len(listed)),
        asks_else="do: first" in fields and not (fields - _OF_ORDERS),
    )


def _covered(found: dict[str, list[int]], of: int) -> float:
    """Return the share of a sentence's words at which a phrase of a field begins; of short ones, of four."""
    fields = (key for key in found if key.startswith(FIELD_OF) and key.removeprefix(FIELD_OF) not in _OF_REPORTS)
    return len({at for key in fields for at in found[key]}) / max(_SHORTEST, of)


def _fields(sentence: str, found: dict[str, list[int]], lists: Table) -> frozenset[str]:
    """Return what a sentence speaks of, and what its clauses ask for; "colon" for one that a label leads."""
    fields = {key.removeprefix(FIELD_OF) for key in found if key.startswith(FIELD_OF)}
    for at, clause in enumerate(_CLAUSE_OF.split(sentence)):
        asked = set(lists.openings.opening(words(clause[:60]))) if _first(clause) in lists.openings.firsts else set()
        fields |= asked | ({"do: first"} if asked and at == 0 else set())
    return frozenset(fields | ({"colon"} if _LED.match(sentence) else set()))


# What blogging programs write under every entry of a feed: "The post TITLE appeared first on SITE."
_ENTRY_FOOT = re.compile(
    r"(?:The post .+ (?:appeared first|first appeared) on|L[’']article .+ est apparu en premier sur|"
    r"Der Beitrag .+ erschien zuerst auf|La entrada .+ (?:se publicó|apareció) primero en|"
    r"L[’']articolo .+ proviene da|O post .+ apareceu primeiro em) \S"
)
_LABEL = re.compile(r"\W*([^:|]{2,28}?)\s*[:|→]\s*\S")
_BARS = re.compile(r"\s*[|/•·]\s*|\s{2,}|(?<=\S) [-–] ")
# Names alone, as a credit gives them: it may end with a stop, as the headline behind a label does not.
_NAMED = re.compile(r"(?:[A-Z][\w.’'-]*(?:\s+(?:and|und|et|y|e|&|de|von|van)\s+|[\s,/]+|(?=\W*$))){1,8}\W*")


def _line(sentence: str, listed: list[str], lists: Table, alone: bool) -> Reason | None:
    """Return the reason of a whole line that is a label ("Comments (3)"), or that a label leads ("MORE: The ferry").

    Labels may stand side by side ("Share | Print"). The last sentence of a block may be led by a label too, but is none
    itself unless it is several words.
    """
    if _ENTRY_FOOT.match(sentence):
        return Reason.CREDIT
    whole = _bare(listed)
    if whole and (alone or len(whole) > 1) and (reason := lists.lines.get(" ".join(whole))):
        return reason
    side_by_side = [lists.lines.get(" ".join(_bare(words(piece)))) for piece in _BARS.split(sentence)]
    if len(side_by_side) > 1 and all(side_by_side):
        return side_by_side[0]
    label = _LABEL.match(sentence)
    reason = lists.labels.get(" ".join(words(label[1]))) if label else None
    if reason is Reason.CREDIT and _credit(sentence, lists):
        return reason
    is_headline = not _STOP.search(sentence) or (reason is Reason.RELATED and sentence.rstrip().endswith("?"))
    return reason if is_headline else None


def _bare(listed: list[str]) -> list[str]:
    """Return words without figures."""
    return [word for word in listed if not word.isdigit()]


def _credit(sentence: str, lists: Table) -> Reason | None:
    """Return the reason of a sentence of names alone that a label of credits leads ("Photo: Ann Lee.")."""
    label = _LABEL.match(sentence)
    if not label or not _NAMED.fullmatch(sentence, label.end() - 1):
        return None
    return Reason.CREDIT if lists.labels.get(" ".join(words(label[1]))) is Reason.CREDIT else None


# A noun that begins like an order: "Follow-up letters".
_COMPOUND = re.compile(r"\W*\w+-(?:up|on|in|out|off|through|by)\b")
_CLAUSE_OF = re.compile(r"[,;:–—-]\s+|[?]\s*|\b(?:and|or|then|please|to|und|oder|bitte|et|ou|y|o|e)\s+", re.IGNORECASE)
_LED = re.compile(r"\W*[\w’' ]{2,24}: ")
_CLAUSE = re.compile(r"[,;:–—-]\s+|[?]\s*")


def _asks(sentence: str, imperatives: frozenset[str]) -> bool:
    """Tell whether the sentence or a clause of it opens with what the reader is to do ("If you can, support us")."""
    clauses = (clause for clause in _CLAUSE.split(sentence) if "-" not in clause or not _COMPOUND.match(clause))
    return any(_first(clause) in imperatives for clause in clauses)


def _names_publisher(sentence: str, papers: frozenset[str], site: str) -> bool:
    """Tell whether the publisher is named: the site's name, or a capitalised name such as newspapers bear."""
    if len(site) > 2 and site.lower() in sentence.lower():
        return True
    return any(
        match[1].lower() in papers for match in re.finditer(r"\b[Tt]he (?:[A-Z][\w’-]+ )*([A-Z][\w’-]+)\b", sentence)
    )
