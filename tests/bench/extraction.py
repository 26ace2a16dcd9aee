"""People, countries and issues beside other ways to find them, on the same articles by the same scorer.

    python tests/bench/extraction.py [FOLDER]

FOLDER has score.py, annotated/ID.txt and ID.json (default: ../shared/bench). What is not installed is passed over:
yake, pycountry, spaCy and its pipelines en_core_web_sm and en_core_web_md are no dependencies of this program. Times
are those of this machine, the loading apart; the memory is what the process has grown by at its greatest.
"""

from __future__ import annotations

import importlib.util
import json
import re
import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "bench"
MOST = 8

Found = dict[str, list[dict[str, Any]]]
Finder = Callable[[list[str]], Found]


def _ours() -> Finder:
    countries = import_module("tui.extract.countries.find")
    issues = import_module("tui.extract.issues.find")
    names = import_module("tui.extract.people.find")
    document, model = import_module("tui.extract.document"), import_module("tui.model")

    def find(lines: list[str]) -> Found:
        kinds = [model.BlockKind.TITLE] + [model.BlockKind.PARAGRAPH] * (len(lines) - 1)
        blocks = tuple(model.Block(kind, line) for kind, line in zip(kinds, lines, strict=True))
        doc = document.Document(model.Article("bench", lines[0], blocks))
        people = names.find_names(doc).people
        places = countries.find_countries(doc, people)
        return {
            "people": [{"name": person.name} for person in people],
            "countries": [{"code": country.code} for country in places],
            "issues": [
                {"label": issue.label, "topic": issue.topic} for issue in issues.find_issues(doc, people, places)
            ],
        }

    return find


def _yake() -> Finder:
    extractor = import_module("yake").KeywordExtractor(lan="en", n=3, top=MOST)
    return lambda lines: {"issues": [{"label": label} for label, _ in extractor.extract_keywords("\n".join(lines))]}


def _country_of(name: str) -> str:
    """Return the code that pycountry has for exactly this name, or nothing."""
    try:
        return str(import_module("pycountry").countries.lookup(name.removeprefix("the ")).alpha_2)
    except LookupError:
        return ""


def _pycountry() -> Finder:
    table = {
        name: country.alpha_2
        for country in import_module("pycountry").countries
        for name in (country.name, getattr(country, "common_name", country.name))
    }
    known = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b")

    def find(lines: list[str]) -> Found:
        return {"countries": [{"code": code} for code in {table[name] for name in known.findall("\n".join(lines))}]}

    return find


def _spacy(pipeline: str) -> Callable[[], Finder]:
    def make() -> Finder:
        import_module("pycountry")
        nlp = import_module("spacy").load(pipeline)

        def find(lines: list[str]) -> Found:
            people: dict[str, str] = {}
            codes: set[str] = set()
            for ent in nlp("\n".join(lines)).ents:
                name = re.sub(r"['’]s$", "", ent.text)
                if ent.label_ == "PERSON":
                    people[name.split()[-1]] = max(name, people.get(name.split()[-1], ""), key=len)
                elif ent.label_ in ("GPE", "NORP", "LOC"):
                    codes.add(_country_of(name))
            return {
                "people": [{"name": name} for name in people.values()],
                "countries": [{"code": code} for code in codes - {""}],
            }

        return find

    return make


WAYS: dict[str, Callable[[], Finder]] = {
    "Pullquote": _ours,
    "YAKE, first 8": _yake,
    "names of pycountry": _pycountry,
    "spaCy small + pycountry": _spacy("en_core_web_sm"),
    "spaCy medium + pycountry": _spacy("en_core_web_md"),
}


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(name: str, make: Callable[[], Finder], golds: list[tuple[dict[str, Any], list[str]]], score: Any) -> None:
    """Print what one way finds in all articles, its time and its memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        started = time.perf_counter()
        find = make()
        find(golds[0][1])
    except (ImportError, OSError):
        print(f"{name}: not installed")
        return
    loaded = time.perf_counter()
    found = [find(lines) for _, lines in golds]
    took = (time.perf_counter() - loaded) / len(golds)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{name}: {1000 * took:.0f} ms an article, {1000 * (loaded - started):.0f} ms to load, {grown:.0f} MB")
    for part in ("people", "countries", "issues"):
        if part in found[0]:
            pairs = [(gold, {part: [], **each}) for (gold, _), each in zip(golds, found, strict=True)]
            getattr(score, part)(SimpleNamespace(show=0, data=None, annotated=True), pairs)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    golds = []
    for path in sorted((folder / "annotated").glob("*.json")):
        text = path.with_suffix(".txt").read_text("utf-8", "replace")
        golds.append((json.loads(path.read_text("utf-8")), [line.strip() for line in text.split("\n") if line.strip()]))
    score = _scorer(folder)
    for name, make in WAYS.items():
        measure(name, make, golds, score)


if __name__ == "__main__":
    main()
