"""Why a server could not be talked to, in plain words."""

from __future__ import annotations

#: What OpenSSL says of a certificate (its X509_verify_cert_error_string), what that is called here, and what helps.
_CERTIFICATES = (
    ("certificate has expired", "the server's certificate has expired", "Its owner has to renew it"),
    ("not yet valid", "the server's certificate is not valid yet", "Is the clock of this machine right?"),
    ("mismatch", "the server's certificate is made out to another name", "Is the address right?"),
    (
        "self-signed",
        "nobody vouches for the server's certificate: it may be another's",
        "Is the address right?",
    ),
    ("CERTIFICATE", "the server's certificate is not valid, so it may be somebody else's", "Is the address right?"),
    ("SSL", "the server does not answer in TLS as it should", "Try the address with http://"),
)


def unconnected(words: str) -> tuple[str, str]:
    """Return why a connection failed and what to do, from what the error says."""
    for said, error, hint in _CERTIFICATES:
        if said in words:
            return error, hint
    return "the server cannot be reached", "Is the address right, and the network up?"
