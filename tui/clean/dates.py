"""Dates as pages and header lines write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "jan january januar janvier enero gennaio janeiro ene gen janv jän januari января stycznia يناير",
    "feb february februar février febrero febbraio fevereiro fév févr fev februari февраля lutego فبراير شباط",
    "mar march märz mars marzo março mär maart марта marca مارس آذار",
    "apr april avril abril aprile avr abr апреля kwietnia أبريل ابريل نيسان",
    "may mai mayo maggio maio mag maj mei мая maja مايو أيار",
    "jun june juni juin junio giugno junho giu juni июня czerwca يونيو حزيران",
    "jul july juli juillet julio luglio julho juil lug juli июля lipca يوليو تموز",
    "aug august août agosto aou ago augusti augustus августа sierpnia أغسطس اغسطس آب",
    "sep sept september septembre septiembre settembre setembro set сентября września سبتمبر أيلول",
    "oct october oktober octobre octubre ottobre outubro okt ott out oktober октября października أكتوبر اكتوبر",
    "nov november novembre noviembre novembro ноября listopada نوفمبر",
    "dec december dezember décembre diciembre dicembre dezembro dez déc dic декабря grudnia ديسمبر",
)
_MONTH = {name: at for at, names in enumerate(_MONTHS, 1) for name in names.split()}
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?(?!\d)")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{2,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_YEAR_FIRST = re.compile(r"\b(\d{4})\s?[年/.]\s?(\d{1,2})\s?[月/.]\s?(\d{1,2})(?!\d)")
_FIGURES = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")


def iso(text: str) -> str:
    """Return the first date in ``text`` as ISO 8601, with the time only where it was written in ISO; "" if none.

    Day and month in figures alone are read only where one of them is above 12, or a full stop parts them (14.05.2024).
    """
    if found := _ISO.search(text):
        day = _valid(int(found[1]), int(found[2]), int(found[3]))
        return day + (f"T{found[4]}{found[5] or ''}" if day and found[4] else "")
    if found := _DAY_FIRST.search(text):
        return _valid(int(found[3]), _MONTH.get(found[2].lower(), 0), int(found[1]))
    if found := _MONTH_FIRST.search(text):
        return _valid(int(found[3]), _MONTH.get(found[1].lower(), 0), int(found[2]))
    if found := _YEAR_FIRST.search(text):
        return _valid(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.search(text):
        return _figures(found)
    return ""


def _figures(found: re.Match[str]) -> str:
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if first > 12 or "." in found[0]:
        return _valid(year, second, first)
    return _valid(year, first, second) if second > 12 else ""


def _valid(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
