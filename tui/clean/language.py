"""Which language a text is in, by its script and its commonest words: enough to choose word lists by."""

from __future__ import annotations

import re
from collections import Counter

# The most frequent function words of each language, those that it does not share with its neighbours before all.
_COMMON = {
    "en": "the of and to in is was that for with he she his her on at by from has have are not this which been were",
    "de": "der die das und ist nicht mit den von dem des ein eine auch auf für im sich als wird werden sind wurde bei",
    "fr": "le la les des et est une dans que qui pour pas sur au avec du il elle ont été plus par ce cette sont aux",
    "es": "el la los las que en y del una por con para no se su al lo como más pero fue ha sus este esta según",
    "it": "il di che la un è per una non sono del della con si le gli dei nel alla anche più dal ha come delle questo",
    "pt": "o de que e do da em um para com não uma os no se na por mais as dos foi ao das à são pelo pela também",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar maar wordt werd",
    "pl": "w i na się z że do nie jest to od przez jak po dla jego są za ale oraz został była przed ich",
    "sv": "och att det som en på är av för den med till inte har de ett om var han men hon från också",
    "da": "og at det som en på er af for den med til ikke har de et om var han men hun fra også blev",
    "tr": "ve bir bu için ile da de olarak daha olan çok gibi sonra kadar ama en ne var göre dedi",
    "id": "yang dan di ini itu dengan untuk dari dalam tidak pada akan adalah ke juga oleh telah sebagai mereka",
    "ro": "și de în la a care cu pe din pentru nu că o este mai un fost sunt au prin după dar sau",
    "cs": "a v se na je že s z do o to i ve za od po pro jako by ale jsou byl podle který",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2_000
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("uk", re.compile("[іїєґ]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)


def guess(text: str) -> str:
    """Return the BCP 47 tag of the language that ``text`` is most likely in, or "" when nothing speaks for any."""
    sample = text[:_SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    if not letters:
        return ""
    latin = sum(char.isalpha() and char < "\u0250" for char in sample)
    return _by_words(sample) if latin > letters / 2 else _by_script(sample, letters)


def _by_script(sample: str, letters: int) -> str:
    """Return the first language whose script, or whose own letters, fill a fiftieth of the sample."""
    return next((tag for tag, script in _SCRIPTS if len(script.findall(sample)) > letters / 50), "")


def _by_words(sample: str) -> str:
    """Return the language of which most function words stand in the sample, if one in twelve words is such."""
    counts = Counter(_WORD.findall(sample.lower()))
    total = counts.total()
    hits = {tag: sum(counts[word] for word in words) for tag, words in _WORDS.items()}
    best = max(hits, key=lambda tag: hits[tag])
    return best if hits[best] * 12 >= total and hits[best] > 1 else ""
