"""People, countries and issues beside other ways to find them, on the same articles by the same scorer.

    python tests/bench/extraction.py [FOLDER] [--pipeline NAME_OR_FOLDER ...]

FOLDER has score.py, annotated/ID.txt and ID.json (default: ../shared/bench). What is not installed is passed over:
yake, pycountry, spaCy and its pipelines en_core_web_sm and en_core_web_md are no dependencies of this program.
``--pipeline`` names others, packages or folders. Every way has a process of its own. Times are of the processor (user
and system), the loading apart; the memory is what the process has grown by at its greatest.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from scoring import scorer

DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "bench"
MOST = 8

Found = dict[str, list[dict[str, Any]]]
Finder = Callable[[list[str]], Found]


def _ours(pipeline: str = "") -> Finder:
    """Return this program's own way; with a pipeline of spaCy's, its rules on top of that."""
    countries = import_module("tui.extract.countries.find")
    issues = import_module("tui.extract.issues.find")
    names = import_module("tui.extract.people.find")
    document, model = import_module("tui.extract.document"), import_module("tui.model")
    tagger = import_module("tui.extract.people.spacy_tagger").load(pipeline, pipeline) if pipeline else None

    def find(lines: list[str]) -> Found:
        kinds = [model.BlockKind.TITLE] + [model.BlockKind.PARAGRAPH] * (len(lines) - 1)
        blocks = tuple(model.Block(kind, line) for kind, line in zip(kinds, lines, strict=True))
        doc = document.Document(model.Article("bench", lines[0], blocks))
        found = names.find_names(doc, tagger)
        places = countries.find_countries(doc, found.people)
        listed = issues.find_issues(doc, found.people, places, found.phrases)
        return {
            "people": [{"name": person.name} for person in found.people],
            "countries": [{"code": country.code} for country in places],
            "issues": [{"label": issue.label, "topic": issue.topic} for issue in listed],
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


def _spacy(pipeline: str) -> Finder:
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


def ways(pipelines: list[str]) -> dict[str, Callable[[], Finder]]:
    """Return the ways by name, each to be made in a process of its own."""
    found: dict[str, Callable[[], Finder]] = {
        "Pullquote": _ours,
        "YAKE, first 8": _yake,
        "names of pycountry": _pycountry,
    }
    for pipeline in pipelines:
        found[f"{Path(pipeline).name}, merged by last name, + pycountry"] = partial(_spacy, pipeline)
        found[f"{Path(pipeline).name} as Pullquote's tagger"] = partial(_ours, pipeline)
    return found


def measure(name: str, make: Callable[[], Finder], golds: list[tuple[dict[str, Any], list[str]]], score: Any) -> None:
    """Print what one way finds in all articles, its time and its memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        started = time.process_time()
        find = make()
        find(golds[0][1])
    except (ImportError, OSError):
        print(f"{name}: not installed")
        return
    loaded = time.process_time()
    found = [find(lines) for _, lines in golds]
    took = (time.process_time() - loaded) / len(golds)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{name}: {1000 * took:.0f} ms an article, {1000 * (loaded - started):.0f} ms to load, {grown:.0f} MB")
    for part in ("people", "countries", "issues"):
        if part in found[0]:
            pairs = [(gold, {part: [], **each}) for (gold, _), each in zip(golds, found, strict=True)]
            getattr(score, part)(SimpleNamespace(show=0, data=None, annotated=True), pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--pipeline", action="append", default=["en_core_web_sm", "en_core_web_md"])
    parser.add_argument("--only", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only is None:
        for name in ways(given.pipeline):
            subprocess.run([sys.executable, *sys.argv, "--only", name], check=True)
        return
    golds = []
    for path in sorted((given.folder / "annotated").glob("*.json")):
        text = path.with_suffix(".txt").read_text("utf-8", "replace")
        golds.append((json.loads(path.read_text("utf-8")), [line.strip() for line in text.split("\n") if line.strip()]))
    measure(given.only, ways(given.pipeline)[given.only], golds, scorer(given.folder))


if __name__ == "__main__":
    main()
