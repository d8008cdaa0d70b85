"""Addresses of web pages: http and https only, with a host that a reader elsewhere can reach."""

from __future__ import annotations

import ipaddress
import re

from evidence_kb.identifiers import pasting
from evidence_kb.identifiers.outcome import Normalised, Outcome, Refused, shown

_URL = re.compile(r"(?P<scheme>https?)://(?P<authority>[^/?#]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]{0,30}):")
_NO_SCHEME = re.compile(r"(?:www\.[^/\s.]{1,63}\.|[^/\s.:@]{1,63}(?:\.[^/\s.:@]{1,63}){1,5}/)", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?P<host>\[[^\[\]]*\]|[^\[\]:]*)(?::(?P<port>[0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NEVER = re.compile(r'[<>"\\^`{|}]')
_DEFAULT_PORTS = {"http": 80, "https": 443}
_MAX_HOST = 253


def normalise_url(given: str) -> Outcome:
    """The address with scheme and host in lower case, without a default port; path, query and fragment stay as given.

    An internationalised host stays in its own letters: turning it into ASCII needs tables (IDNA 2008) that the
    standard library does not have. Full stops at the end stay, since addresses may end in them.
    """
    text = pasting.trimmed(given, frozenset())
    match = _URL.fullmatch(text)
    if match is None:
        return Refused("URL", given, _scheme_fault(text), _with_scheme(text))
    if any(pasting.is_blank(character) for character in text):
        reason = f"{shown(given)} has a blank or an invisible character inside; write a space as %20."
        return Refused("URL", given, reason)
    authority = _authority(match["scheme"].lower(), match["authority"])
    if not authority[0]:
        return Refused("URL", given, f"{shown(given)} is not a usable address: {authority[1]}.")
    address = f"{match['scheme'].lower()}://{authority[0]}"
    wrong = _NEVER.search(match["rest"]) or _BROKEN_ESCAPE.search(match["rest"])
    if wrong:
        reason = f"{shown(given)} has the character {wrong[0]}, which an address must write as %{ord(wrong[0]):02X}."
        return Refused("URL", given, reason, address + _escaped(match["rest"]))
    return Normalised("URL", given, address + match["rest"])


def _scheme_fault(text: str) -> str:
    scheme = _SCHEME.match(text)
    if scheme and scheme["scheme"].lower() in ("http", "https"):
        return f"{shown(text)} is not an address: two slashes must follow “{scheme['scheme'].lower()}:”."
    if scheme and "." not in scheme["scheme"]:
        return f"{shown(text)} is refused: only http and https addresses are taken, not “{scheme['scheme'].lower()}:”."
    return f"{shown(text)} is not an address: it must begin with https:// or http://."


def _with_scheme(text: str) -> str | None:
    """The address with https before it, where only the scheme is missing."""
    if not _NO_SCHEME.match(text):
        return None
    outcome = normalise_url("https://" + text)
    return outcome.value if isinstance(outcome, Normalised) else None


def _authority(scheme: str, authority: str) -> tuple[str, str]:
    """Host and port in canonical form, or an empty text and what is wrong."""
    if "@" in authority:
        return "", "a user name or password may not stand in it"
    match = _AUTHORITY.fullmatch(authority)
    if match is None:
        return "", "the part between the slashes is not a host with at most one port"
    host, fault = _host(match["host"].lower())
    if fault or not match["port"]:
        return host, fault
    port = int(match["port"])
    if not 0 < port < 65536:
        return "", "a port is a number from 1 to 65535"
    return (host, "") if port == _DEFAULT_PORTS[scheme] else (f"{host}:{port}", "")


def _host(host: str) -> tuple[str, str]:
    """The host in canonical form, or an empty text and what is wrong with it."""
    if host.startswith("["):
        return _number_host(host[1:-1], 6)
    host = host.removesuffix(".")
    if not host:
        return "", "the host is missing"
    labels = host.split(".")
    if labels[-1].isdigit() or labels[-1].startswith("0x"):
        return _number_host(host, 4)
    if len(labels) == 1:
        return "", "the host has no dot, so that only machines nearby could find it"
    return _named_host(host, labels)


def _number_host(text: str, version: int) -> tuple[str, str]:
    try:
        number = ipaddress.IPv4Address(text) if version == 4 else ipaddress.IPv6Address(text)
    except ValueError:
        return "", f"the host is not a complete IPv{version} address"
    if "%" in text or number.is_loopback or number.is_unspecified:
        return "", "the host is the reader's own machine"
    return (str(number) if version == 4 else f"[{number}]"), ""


def _named_host(host: str, labels: list[str]) -> tuple[str, str]:
    """Check a host name label by label; letters beyond ASCII must be ones that a domain name can have."""
    if len(host) > _MAX_HOST:
        return "", "the host is longer than 253 characters"
    for place, label in enumerate(labels):
        try:
            ascii_label = label if label.isascii() else label.encode("idna").decode("ascii")
        except UnicodeError:
            return "", f"the host has a part that no domain name can have ({shown(label)})"
        # Underscores occur in names below a registered domain, never in the domain itself.
        registered = place >= len(labels) - 2
        if not _LABEL.fullmatch(ascii_label) or (registered and "_" in label):
            return "", f"the host has a part that no domain name can have ({shown(label)})"
    if len(labels[-1]) < 2:
        return "", "the host does not end in a top-level domain"
    return host, ""


def _escaped(rest: str) -> str:
    return _NEVER.sub(lambda found: f"%{ord(found[0]):02X}", _BROKEN_ESCAPE.sub("%25", rest))
