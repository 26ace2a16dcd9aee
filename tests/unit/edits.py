"""A generator of articles and of edits that knows, letter by letter, what descends from what."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tui.model import Article, Block, BlockKind, Span

# Enough words that a sentence put in does not by chance repeat one that was taken out at the same place.
_WORDS = (
    "the harbour ferry council vote river dam budget minister envoy quay talks border fishing rights had been would "
    "not be drawn on a date for next year after long debate in town over costs that nobody wanted to pay and few could "
    "name winter storm bridge market farmer school clinic teacher nurse engine timber cargo lantern orchard valley "
    "mountain village parish ballot mayor clerk ledger tax grant loan bank wage strike union shift mill kiln furnace "
    "copper iron salt grain flour bread oven street tram rail signal station platform ticket fare queue crowd square "
    "statue museum archive letter ink paper press edition headline column rumour witness judge verdict appeal sentence "
    "prison guard gate wall tower bell roof window candle shadow evening morning summer autumn frost thaw flood drought"
).split()
_TEMPLATES = (
    "The vote on {} was {} to {}.",
    "“We will not sell the {} for {},” she said.",
    "Costs rose to {} million in {}, the {} said.",
    "No {} was named.",
    "Nothing changed in {}.",
)

Letter = tuple[str, int]
Line = list[Letter]


@dataclass
class Draft:
    """A text as lines of letters, each with its number in the first version; -1 for what came later."""

    rng: Random
    lines: list[Line] = field(default_factory=list)

    @classmethod
    def invented(cls, rng: Random, *, repeating: bool) -> Draft:
        """Return a first version; if ``repeating``, of few sentences, so that the same words stand in many places."""
        draft = cls(rng)
        pool = [draft._sentence() for _ in range(rng.randint(4, 30) if repeating else 60)]
        count = 0
        for _ in range(rng.randint(2, 9)):
            count_here = rng.randint(1, 5)
            sentences = [rng.choice(pool) if repeating else pool.pop() for _ in range(count_here)]
            text = " ".join(sentences)
            draft.lines.append([(char, count + at) for at, char in enumerate(text)])
            count += len(text)
        return draft

    def article(self) -> Article:
        """Return the text as an article."""
        texts = ("".join(char for char, _ in line) for line in self.lines)
        return Article("a.txt", "", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))

    def numbers(self, span: Span) -> list[int]:
        """Return the numbers of a span's letters."""
        return [number for _, number in self.lines[span.block][span.start : span.end]]

    def _sentence(self) -> str:
        rng = self.rng
        if rng.random() < 0.5:
            shape = rng.choice(_TEMPLATES)
            return shape.format(
                *(rng.choice([*_WORDS[:40], str(rng.randint(2, 999))]) for _ in range(shape.count("{}")))
            )
        return " ".join(rng.choice(_WORDS) for _ in range(rng.randint(3, 14))).capitalize() + "."

    def _new(self, text: str) -> Line:
        return [(char, -1) for char in text]

    def edit(self, kept: frozenset[int], *, calm: bool) -> None:
        """Make one edit that leaves the letters ``kept`` as they are; a ``calm`` one moves and copies nothing."""
        edits = [
            self._insert_words, self._insert_words, self._delete_words, self._replace_word, self._shout,
            self._insert_line, self._delete_line,
        ]  # fmt: skip
        wild = [self._move_line, self._split, self._join, self._decoy]
        self.rng.choice(edits if calm else edits + wild)(kept)

    def _free(self, line: Line, start: int, end: int, kept: frozenset[int]) -> bool:
        return not any(number in kept for _, number in line[start:end])

    def _inner(self, line: Line, at: int, kept: frozenset[int]) -> bool:
        """Tell whether a place lies inside what is kept."""
        return 0 < at < len(line) and line[at - 1][1] in kept and line[at][1] in kept

    def _gap(self, line: Line) -> int:
        """Return a place between two words."""
        gaps = [0, len(line), *(at for at, (char, _) in enumerate(line) if char == " ")]
        return self.rng.choice(gaps)

    def _insert_words(self, kept: frozenset[int]) -> None:
        line = self.rng.choice(self.lines)
        at = self._gap(line)
        if not self._inner(line, at, kept):
            words = self._sentence() if self.rng.random() < 0.5 else self.rng.choice(_WORDS)
            line[at:at] = self._new(f" {words}" if at else f"{words} ")

    def _delete_words(self, kept: frozenset[int]) -> None:
        line = self.rng.choice(self.lines)
        start, end = sorted((self._gap(line), self._gap(line)))
        if self._free(line, start, end, kept):
            del line[start:end]

    def _replace_word(self, kept: frozenset[int]) -> None:
        line = self.rng.choice(self.lines)
        start = self._gap(line)
        end = next((at for at in range(start + 1, len(line)) if line[at][0] == " "), len(line))
        if self._free(line, start, end, kept):
            line[start:end] = self._new(f" {self.rng.choice(_WORDS)}")

    def _shout(self, kept: frozenset[int]) -> None:
        """Change case and kind of spaces of a stretch, which stays what it is."""
        line = self.rng.choice(self.lines)
        start, end = sorted((self._gap(line), self._gap(line)))
        if self._free(line, start, end, kept):
            line[start:end] = [
                ("\u00a0" if char == " " else char.upper()[:1], number) for char, number in line[start:end]
            ]

    def _insert_line(self, kept: frozenset[int]) -> None:
        text = " ".join(self._sentence() for _ in range(self.rng.randint(1, 4)))
        self.lines.insert(self.rng.randint(0, len(self.lines)), self._new(text))

    def _delete_line(self, kept: frozenset[int]) -> None:
        at = self.rng.randrange(len(self.lines))
        if len(self.lines) > 1 and self._free(self.lines[at], 0, len(self.lines[at]), kept):
            del self.lines[at]

    def _move_line(self, kept: frozenset[int]) -> None:
        """Move a line that has no twin: of two that are the same nobody could tell which was moved."""
        texts = ["".join(char for char, _ in line) for line in self.lines]
        alone = [at for at, text in enumerate(texts) if texts.count(text) == 1]
        if not alone:
            return
        line = self.lines.pop(self.rng.choice(alone))
        self.lines.insert(self.rng.randint(0, len(self.lines)), line)

    def _split(self, kept: frozenset[int]) -> None:
        row = self.rng.randrange(len(self.lines))
        line = self.lines[row]
        at = self._gap(line)
        if not self._inner(line, at, kept):
            self.lines[row : row + 1] = [line[:at], line[at:][1:] if line[at:] and line[at][0] == " " else line[at:]]

    def _join(self, kept: frozenset[int]) -> None:
        if len(self.lines) > 1:
            row = self.rng.randrange(len(self.lines) - 1)
            self.lines[row : row + 2] = [[*self.lines[row], (" ", -1), *self.lines[row + 1]]]

    def _decoy(self, kept: frozenset[int]) -> None:
        """Put a line like another one somewhere else: every third word at least is another."""
        words = "".join(char for char, _ in self.rng.choice(self.lines)).split(" ")
        for at in range(self.rng.randrange(2), len(words), self.rng.choice([2, 3])):
            words[at] = self.rng.choice([word for word in _WORDS if word != words[at].lower()])
        self.lines.insert(self.rng.randint(0, len(self.lines)), self._new(" ".join(words)))
