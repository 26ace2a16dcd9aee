"""When a feed is asked again: no sooner than it wants, less and less often while it fails. Pure: times are given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

#: How long a feed is left alone that says nothing of it, in minutes, unless the configuration says otherwise.
USUAL_MINUTES = 60
_LONGEST = timedelta(days=1)
_LONGEST_WAIT = timedelta(days=7)
_FIRST_BACKOFF = timedelta(minutes=5)
_MAX_AGE = re.compile(r"(?:^|,)\s*(?:s-)?max-?age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def next_time(
    now: datetime,
    headers: Mapping[str, str],
    *,
    ttl: int = 0,
    skip_hours: tuple[int, ...] = (),
    usual: int = USUAL_MINUTES,
) -> datetime:
    """Return when a feed that answered well is due again.

    The longest of the usual interval, the feed's ``ttl`` (minutes) and the answer's ``Cache-Control: max-age`` counts,
    but a day at the most; ``skip_hours``, hours of the week in UTC from Monday on, are passed over unless that is all
    of them. ``headers`` have lower-case names.
    """
    wait = max(timedelta(minutes=usual), timedelta(minutes=ttl), _max_age(headers.get("cache-control", "")))
    due = now + min(wait, _LONGEST)
    begins = due.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    later = (begins + timedelta(hours=hours) for hours in range(7 * 24))
    free = next((hour for hour in later if hour.weekday() * 24 + hour.hour not in skip_hours), begins)
    return max(due, free)


def after_failure(now: datetime, failures: int) -> datetime:
    """Return when a feed that failed is due again; ``failures`` in a row came before: 5, 10, 20 minutes ... a day."""
    return now + min(_FIRST_BACKOFF * (1 << min(failures, 12)), _LONGEST)


def retry_after(now: datetime, headers: Mapping[str, str]) -> datetime | None:
    """Return until when a server wants to be left alone (``Retry-After``: seconds or a date), if it says so."""
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    if value.isdigit():
        return now + min(timedelta(seconds=int(value[:9])), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return min(max(moment, now), now + _LONGEST_WAIT)


def asks_for_patience(until: datetime, now: datetime) -> str:
    """Return until when a server wants to be left alone, in words, by the clock of this machine."""
    here = until.astimezone()
    day = "" if here.date() == now.astimezone().date() else f"{here.day} {here:%B}, "
    return f"It asks for patience until {day}{here:%H:%M}"


def _max_age(value: str) -> timedelta:
    found = _MAX_AGE.search(value)
    return min(timedelta(seconds=int(found[1])), _LONGEST) if found else timedelta()
