"""Converts openly licensed corpora in French, German, Portuguese and Spanish for train_tagger.py.

    python scripts/foreign_corpora.py CLONES OUT

CLONES as for corpora.py; OUT gets a folder for each language. Read are (github.com repository at commit, licence):

- de: davidsbatista/NER-datasets db7ff3ca, GermEval 2014 dev and test (CC BY 4.0); DFKI-NLP/smartdata-corpus 796c8b8f,
  the news of v3 dev and test (CC BY 4.0); UniversalNER/UNER_German-PUD 47eb039b (CC BY-SA 3.0)
- pt: UniversalNER/UNER_Portuguese-Bosque f2c2ad67 (CC BY-SA 4.0), UNER_Portuguese-PUD cda2cf86 (CC BY-SA 3.0)
- fr: EuropeanaNewspapers/ner-corpora 6bf838d2, enp_FR.bnf (CC0); UniversalDependencies/UD_French-PUD c245786c
  (CC BY-SA 3.0) and UD_French-GSD 830e2782, dev and test (CC BY-SA 4.0)
- es: UniversalDependencies/UD_Spanish-PUD 818a82b8 (CC BY-SA 3.0) and UD_Spanish-GSD 57c04564, dev and test
  (CC BY-SA 4.0)

PUD holds the same thousand sentences in every language: what Universal NER says of a name in English, German or
Portuguese is carried to the French and the Spanish sentence. Proper nouns that it does not know, and those of GSD, are
sorted by the lists of names and places; a sentence with one that no list knows is left out. The same clones give the
same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from corpora import Clones, Sentence, columns, grouped, write

from tui.extract.countries.gazetteer import NAMING, Gazetteer, gazetteer
from tui.extract.countries.words import key_of
from tui.extract.people.lists import family, folded, given, words

#: What each name is, by its folded words.
Kinds = dict[str, str]
UNER, UD = "UniversalNER+UNER_", "UniversalDependencies+UD_"
_ENGLISH = re.compile(r"# text_en = (.*)")
_TEXT = re.compile(r"# text = (.*)")
_NUMBER = re.compile(r"# sent_id = (\S+)")
_JUNK = re.compile(r"[^\w\s.,;:!?'’()«»\"“”%–—-]|\w[^\w\s'’.-]\w|\d[a-zà-ÿ]|[a-zà-ÿ][A-ZÀ-Þ]")


def blocks(text: str) -> Iterator[str]:
    """Yield the lines of each sentence of a treebank."""
    return (block for block in text.split("\n\n") if block.strip())


def names_in(sentence: Sentence) -> Kinds:
    """Return the names of a sentence, folded, each with its kind."""
    found: Kinds = {}
    name, kind = "", ""
    for word, tag in [*sentence, ("", "O")]:
        if name and not tag.startswith("I"):
            found[name] = kind
            name = ""
        if tag != "O":
            name, kind = f"{name} {folded(word)}".strip(), tag[2:]
    return found


def parallel(clones: Clones) -> dict[str, Kinds]:
    """Return by English sentence of PUD what its names are, by the annotators of three languages."""
    texts: dict[str, str] = {}
    known: dict[str, Kinds] = {}
    for language, name in (("en", "English"), ("de", "German"), ("pt", "Portuguese")):
        for block in blocks(clones.read(f"{UNER}{name}-PUD", f"{language}_pud-ud-test.iob2")):
            number, text = _NUMBER.search(block), _TEXT.search(block)
            if number and text:
                texts.setdefault(number[1], text[1])
                known.setdefault(texts[number[1]], {}).update(names_in(next(columns(block, 1, 2, "\t"))))
    return known


def words_of(block: str) -> list[tuple[str, bool]]:
    """Return the words of a treebank's sentence as they are written, each with whether it is a proper noun."""
    found: list[tuple[str, bool]] = []
    inside = 0
    for line in block.split("\n"):
        cells = line.split("\t")
        if len(cells) != 10 or "." in cells[0]:
            continue
        if "-" in cells[0]:
            inside = int(cells[0].partition("-")[2])
            found.append((cells[1], False))
        elif int(cells[0]) > inside:
            found.append((cells[1], cells[3] == "PROPN" or "Proper=True" in cells[9]))
    return found


class Sorter:
    """Says what the proper nouns of a sentence name, by what is known of them and by the lists."""

    def __init__(self, language: str) -> None:
        self._places: Gazetteer = gazetteer(language)

    def tagged(self, row: list[tuple[str, bool]], known: Kinds) -> Sentence | None:
        """Return a sentence with tags, nothing if one of its names is neither known nor in a list."""
        tags = ["O"] * len(row)
        for name, kind in sorted(known.items(), key=lambda each: -len(each[0])):
            for start, end in _places_of(row, name.split()):
                if set(tags[start:end]) == {"O"} and row[start][0][:1].isupper():
                    tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
        for start, end in _runs(row, tags):
            kind = self._kind([word for word, _ in row[start:end]])
            if not kind:
                return None
            tags[start:end] = (
                [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)] if kind != "O" else ["O"] * (end - start)
            )
        return [(word, tag) for (word, _), tag in zip(row, tags, strict=True)]

    def _kind(self, name: list[str]) -> str:
        """Return what a run of proper nouns names by the lists: ``O`` for none, empty if they do not tell."""
        low = [folded(word) for word in name]
        weight = self._weight(name)
        of_a_body = not (words("body") | words("foreign body")).isdisjoint(low)
        if len(name) > 1 and low[0] in given() and low[0] not in words("ambiguous given") and not weight:
            return "" if of_a_body else "PER"
        if weight:
            doubtful = len(name) == 1 and (low[0] in given() or low[0] in family()) and weight < 60
            return "" if doubtful else "LOC"
        if of_a_body or (len(name) == 1 and len(name[0]) > 1 and name[0].isupper()):
            return "ORG"
        return "O" if low[0] in _CALENDAR else ""

    def _weight(self, name: list[str]) -> int:
        """Return how well known a place of that name is, 0 for none and for small ones."""
        entry = self._places.look(key_of(" ".join(name)))
        if entry is None:
            return 0
        best = entry.senses[0]
        return best.weight if best.kind in NAMING or best.weight > 45 else 0


_CALENDAR = frozenset(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi "
    "vendredi samedi dimanche enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "lunes martes miercoles jueves viernes sabado domingo".split()
)


def _places_of(row: list[tuple[str, bool]], name: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where the words of a name stand in a sentence, first to behind last."""
    low = [folded(word) for word, _ in row]
    for start in range(len(low) - len(name) + 1):
        if low[start : start + len(name)] == name:
            yield start, start + len(name)


def _runs(row: list[tuple[str, bool]], tags: list[str]) -> list[tuple[int, int]]:
    """Return the runs of proper nouns that have no tag yet."""
    runs: list[tuple[int, int]] = []
    for at, ((word, proper), tag) in enumerate(zip(row, tags, strict=True)):
        if tag == "O" and proper and word[:1].isupper():
            runs[-1:] = [(runs[-1][0], at + 1)] if runs and runs[-1][1] == at else [*runs[-1:], (at, at + 1)]
    return runs


def treebank(text: str, language: str, known: dict[str, Kinds]) -> list[Sentence]:
    """Return the sentences of a treebank whose names all are known or in a list."""
    sorter = Sorter(language)
    found = []
    for block in blocks(text):
        english = _ENGLISH.search(block)
        found.append(sorter.tagged(words_of(block), known.get(english[1], {}) if english else {}))
    return [sentence for sentence in found if sentence]


def newspapers(text: str) -> list[Sentence]:
    """Return the sentences of old newspapers that the reading machine read well enough, titles off the persons."""
    sentences: list[Sentence] = [[]]
    for line in text.split("\n"):
        word, _, tag = line.rpartition(" ")
        if word:
            sentences[-1].append((word, tag))
        if word in (".", "!", "?"):
            sentences.append([])
    return [_untitled(sentence) for sentence in sentences if 4 < len(sentence) < 80 and _legible(sentence)]


def _legible(sentence: Sentence) -> bool:
    return not any(_JUNK.search(word) or (tag != "O" and not word[0].isalpha()) for word, tag in sentence)


def _untitled(sentence: Sentence) -> Sentence:
    """Return a sentence with no title and no small word at the head of a person's name."""
    made: Sentence = []
    for word, tag in sentence:
        begins = tag[2:] == "PER" and (not made or made[-1][1] == "O")
        small = folded(word).rstrip(".") in words("foreign honorific") or word[:1].islower()
        made.append((word, "O" if begins and small else tag))
    return made


def smartdata(data: bytes) -> list[list[Sentence]]:
    """Return the news in the SmartData corpus: documents of sentences."""
    decoder, text, at = json.JSONDecoder(), gzip.decompress(data).decode(), 0
    documents: list[list[Sentence]] = []
    while at < len(text):
        record, at = decoder.raw_decode(text, at)
        at += len(text[at:]) - len(text[at:].lstrip())
        if record["refids"] and record["refids"]["map"].get("source") == "news":
            whole = record["text"]["string"]
            rows = [(token["span"], token["ner"]["string"]) for token in record["tokens"]["array"]]
            documents.append(
                [
                    [
                        (whole[span["start"] : span["end"]], _smart(tag))
                        for span, tag in rows
                        if sentence["span"]["start"] <= span["start"] < sentence["span"]["end"]
                    ]
                    for sentence in record["sentences"]["array"]
                ]
            )
    return documents


def _smart(tag: str) -> str:
    kind = tag[2:].partition("_")[0].lower()
    return f"{tag[:2]}{kind}" if kind in ("person", "organization", "location") else "O"


def corpora(clones: Clones) -> Iterator[tuple[str, str, list[list[Sentence]]]]:
    """Yield the language and name of each corpus and its documents."""
    for part in ("dev", "test"):
        text = clones.read("davidsbatista+NER-datasets", f"GermEval2014/NER-de-{part}.tsv").replace("#\t", "# ")
        yield "de", f"germeval_{part}", grouped(columns(text, 1, 2, "\t"), 1)
    news = [clones.data("DFKI-NLP+smartdata-corpus", f"v3_20200302/{part}.json.gz") for part in ("dev", "test")]
    yield "de", "smartdata", [document for data in news for document in smartdata(data)]
    yield "de", "pud", grouped(columns(clones.read(f"{UNER}German-PUD", "de_pud-ud-test.iob2"), 1, 2, "\t"), 1)
    for part in ("train", "dev", "test"):
        text = clones.read(f"{UNER}Portuguese-Bosque", f"pt_bosque-ud-{part}.iob2")
        yield "pt", f"bosque_{part}", grouped(columns(text, 1, 2, "\t"))
    yield "pt", "pud", grouped(columns(clones.read(f"{UNER}Portuguese-PUD", "pt_pud-ud-test.iob2"), 1, 2, "\t"), 1)
    old = clones.read("EuropeanaNewspapers+ner-corpora", "enp_FR.bnf.bio/enp_FR.bnf.bio")
    yield "fr", "europeana", grouped(newspapers(old))
    known = parallel(clones)
    for language, name in (("fr", "French"), ("es", "Spanish")):
        text = clones.read(f"{UD}{name}-PUD", f"{language}_pud-ud-test.conllu")
        yield language, "pud", grouped(treebank(text, language, known), 1)
        parts = [clones.read(f"{UD}{name}-GSD", f"{language}_gsd-ud-{part}.conllu") for part in ("dev", "test")]
        yield language, "gsd", grouped(treebank("\n\n".join(parts), language, {}), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clones", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    for language, name, documents in corpora(Clones(asked.clones)):
        write(asked.out / language / f"{name}.conll.gz", documents, language)


if __name__ == "__main__":
    main()
