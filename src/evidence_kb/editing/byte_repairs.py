"""What can be mended in the bytes of a file without reading it: a byte order mark, line ends, the final newline."""

from __future__ import annotations

_MARK = b"\xef\xbb\xbf"


def repaired(raw: bytes) -> bytes:
    """The bytes with Unix line ends, without a byte order mark, and with one newline at the end.

    Bytes that are not UTF-8 come back as they are: nothing is known of them.
    """
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw
    body = raw.removeprefix(_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return body if not body or body.endswith(b"\n") else body + b"\n"
