"""Addresses as they are compared: two that lead to one page are one."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

# Parameters that say where a reader came from, and nothing about the page: those of Google (also its old Urchin), Meta,
# Microsoft, Mailchimp, HubSpot, Matomo, Marketo, TikTok, Yandex, Adobe and Twitter, as their documentation names them.
_TRACKING = re.compile(
    r"(?:utm_\w+|ga_\w+|gclid|gclsrc|dclid|gbraid|wbraid|srsltid|_ga|_gl|fbclid|igshid|igsh|msclkid|mc_[ce]id|"
    r"_hs(?:enc|mi)|hsctatracking|(?:pk|mtm|piwik|matomo)_\w+|mkt_tok|ttclid|yclid|_openstat|s_cid|s_kwcid|ef_id|"
    r"twclid|oly_(?:anon|enc)_id|wt_mc|xtor|ns_(?:source|mchannel|campaign|linkname|fee)|__twitter_impression|ftag|"
    r"cmpid|ocid|vero_id|spm|rb_clickid|at_(?:medium|campaign)\w*)",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}
# Most addresses of articles: a host in small letters and a path, which need not be taken apart by the letter.
_USUAL = re.compile(r"https?://([a-z0-9][a-z0-9.-]*[a-z0-9])(/[A-Za-z0-9/._~%+-]*|)")


def is_local(address: str) -> bool:
    """Tell whether an address names a file or a command."""
    return address.startswith(("file:", "exec:", "/"))


def without_tracking(address: str) -> str:
    """Return a web address without the parameters that only track its reader; anything else as it is."""
    parts = _split(address) if "?" in address else None
    if parts is None or not parts.query:
        return address
    kept = [pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0])]
    query = "&".join(kept)
    return address if query == parts.query else parts._replace(query=query).geturl()


def link_key(address: str) -> str:
    """Return a web address as it is compared, empty for one that leads nowhere.

    The scheme, ``www.``, letters' case in the host, default ports, tracking, a fragment that is not a path of its own
    (``#!/``), and a slash at the end make no difference.
    """
    if usual := _USUAL.fullmatch(address):
        return f"{_host(usual[1])}{usual[2].rstrip('/')}"
    parts = _split(without_tracking(address))
    if parts is None or not parts.hostname:
        return ""
    try:
        port = "" if parts.port in (None, _PORTS[parts.scheme.lower()]) else f":{parts.port}"
    except ValueError:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"{_host(parts.hostname)}{port}{parts.path.rstrip('/')}{query}{fragment}"


def _host(name: str) -> str:
    return name.removeprefix("www.").removeprefix("amp.").rstrip(".")


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts if parts.scheme.lower() in _PORTS else None
