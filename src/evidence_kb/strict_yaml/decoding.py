"""From the bytes of a file to its text: size, encoding and byte-order marks."""

from __future__ import annotations

from evidence_kb.strict_yaml.problems import Limits, YamlProblem, problem

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
_SAVE_AS = "Save the file as UTF-8 without a byte-order mark."


def decoded(raw: bytes, limits: Limits) -> tuple[str | None, list[YamlProblem]]:
    """The text of a file and what is wrong with its encoding; no text where it is too large or not UTF-8 at all."""
    if len(raw) > limits.size:
        return None, [too_large(len(raw), limits)]
    if _is_utf16(raw):
        message = "The file is encoded as UTF-16 or UTF-32; this library reads UTF-8."
        return None, [problem("utf-16", message, 1, 1, fix=_SAVE_AS)]
    problems: list[YamlProblem] = []
    if raw.startswith(_UTF8_MARK):
        message = "The file begins with a byte-order mark (U+FEFF), which is no part of its text."
        problems.append(problem("byte-order-mark", message, 1, 1, fix=_SAVE_AS))
        raw = raw[len(_UTF8_MARK) :]
    try:
        return raw.decode("utf-8"), problems
    except UnicodeDecodeError:
        problems.extend(_bad_bytes(raw, limits))
        # The marker keeps every line and column; it is never reported a second time.
        return raw.decode("utf-8", errors="replace").replace("\ufffd", "_"), problems


def too_large(size: int, limits: Limits) -> YamlProblem:
    """The problem of a file of `size` bytes, which is not read at all."""
    message = f"The file has {size:,} bytes; a file of this library has at most {limits.size:,}."
    return problem("file-too-large", message, 1, 1, fix="Split the record, or move long texts out of it.")


def _is_utf16(raw: bytes) -> bool:
    if raw.startswith(_WIDE):
        return True
    head = raw[:64]
    # Without a mark, Latin text in UTF-16 has a zero in every second byte.
    return len(head) >= 4 and (not any(head[0:64:2]) or not any(head[1:64:2]))


def _bad_bytes(raw: bytes, limits: Limits) -> list[YamlProblem]:
    """The first wrong byte of every line that has one."""
    problems: list[YamlProblem] = []
    for number, line in enumerate(raw.split(b"\n"), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode("utf-8")) + 1
            problems.append(_bad_byte(line[error.start], number, column))
            if len(problems) >= limits.problems:
                break
    return problems


def _bad_byte(byte: int, line: int, column: int) -> YamlProblem:
    guess = bytes([byte]).decode("cp1252", errors="ignore")
    hint = f" (“{guess}” in Windows-1252)" if guess.isprintable() and guess else ""
    message = f"The byte 0x{byte:02X}{hint} at column {column} is not UTF-8."
    fix = "Type the character again and save the file as UTF-8."
    return problem("not-utf-8", message, line, column, fix=fix, value=f"0x{byte:02X}")
