"""Which letters beyond ASCII a language writes: what tells the single-byte encodings apart.

For a Latin alphabet these are all its accented letters, for another script the letters that make up most of its text.
"""

from __future__ import annotations

from collections import Counter

# encoding -> the languages written in it -> their letters; the likelier encoding first, since it wins a tie.
_LETTERS = {
    "cp1252": {
        "French": "àâæçéèêëîïôœùûü",
        "German": "äöüß",
        "Spanish, Catalan": "áéíñóúü¿¡çàèò·",
        "Portuguese": "áâãàçéêíóôõú",
        "Italian": "àèéìòù",
        "Nordic": "åäöæøé",
        "Icelandic": "áðéíóúýþæö",
        "Dutch, English": "éëïöüèáó£€",
    },
    "cp1250": {
        "Polish": "ąćęłńóśźż",
        "Czech, Slovak": "áčďéěíňóřšťúůýžäľĺôŕ",
        "Hungarian": "áéíóöőúüű",
        "Romanian": "ăâîşţ",
        "Croatian, Slovene": "čćđšž",
    },
    "cp1254": {"Turkish": "çğıiöşüâ"},
    "cp1257": {"Lithuanian": "ąčęėįšųūž", "Latvian": "āčēģīķļņšūž", "Estonian": "äõöüšž"},
    "cp1251": {"Russian": "оеаинтсрвлкмдпу", "Ukrainian": "оаинівтеркслдум", "Bulgarian": "аоиентрсвлкдпмъ"},
    "koi8_r": {"Russian": "оеаинтсрвлкмдпу"},
    "cp1253": {"Greek": "ατοιενσρκπμλυςήάίόέ"},
    "cp1255": {"Hebrew": "יוהלאמרתבשנדעחכ"},
    "cp1256": {"Arabic": "ايلمونرتبةعدسفهكقحأ", "Persian": "ايیردنوهمتبسشلکگز"},
}
# Punctuation and signs of these encodings, which speak for no language.
_NEUTRAL = frozenset("‘’“”„‚–—…«»‹›•°§©®™\xa0\u200f\u200c،؟؛·´")
_ENOUGH = 0.75


def likely(content: bytes) -> str:
    """Return the single-byte or Japanese encoding whose reading of ``content`` gives a language's letters, or empty."""
    if japanese := _japanese(content):
        return japanese
    high = bytes(byte for byte in content if byte > 127)
    best, name = _ENOUGH, ""
    for encoding, languages in _LETTERS.items():
        counts = Counter(high.decode(encoding, "replace").lower())
        letters = {char: count for char, count in counts.items() if char not in _NEUTRAL}
        total = sum(letters.values())
        if not total and "\ufffd" not in counts:
            return encoding
        for alphabet in languages.values():
            share = sum(count for char, count in letters.items() if char in alphabet) / total
            if share > best:
                best, name = share, encoding
    return name


def _japanese(content: bytes) -> str:
    """Return the Japanese encoding that reads the content without fault and with kana in it."""
    for encoding in ("euc_jp", "shift_jis"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        wide = [char for char in text if char > "\x7f"]
        if sum("\u3041" <= char <= "\u30fe" for char in wide) > len(wide) * 0.2:
            return encoding
    return ""
