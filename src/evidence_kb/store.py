"""Finding the files of a library and reading their bytes, trusting neither names, links nor sizes."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evidence_kb.findings import Finding, Severity
from evidence_kb.strict_yaml.decoding import too_large
from evidence_kb.strict_yaml.problems import DEFAULT, Limits, shown

PROBLEMS: dict[str, str] = {
    "SC151": "symbolic-link",
    "SC152": "not-a-file",
    "SC153": "unreadable-file",
    "SC154": "names-differ-only-in-case",
    "SC155": "wrong-extension",
    "SC156": "bad-file-name",
    "SC157": "folders-too-deep",
    "SC158": "too-many-files",
    "SC159": "unknown-file",
    "SC160": "vanished-file",
}
"""Code → slug of everything that finding the files can complain of (too large a file is SC101 of `strict_yaml`)."""

FOLDERS = ("claims", "sources", "questions", "audits", "vocabulary")
SINGLE = ("library.yaml",)
MAX_DEPTH = 6
MAX_FILES = 100_000
_CODES = {slug: code for code, slug in PROBLEMS.items()}
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LEFT_BEHIND = ("~", ".bak", ".swp", ".orig", ".tmp")


class LibraryNotFound(Exception):  # noqa: N818 - the name says what happened
    """The folder that should hold the library does not exist or is no folder."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of the library: its path below the root with forward slashes, and its bytes."""

    path: str
    raw: bytes


@dataclass(slots=True)
class _Listing:
    root: Path
    size: int
    files: list[StoredFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    full: bool = False

    def report(self, slug: str, path: str, message: str, fix: str) -> None:
        self.findings.append(Finding(_CODES[slug], Severity.ERROR, message, shown_path(path), fix=fix))


def shown_path(path: str) -> str:
    """A path fit for a message: undecodable bytes and control characters of a name made visible."""
    return "".join(character if character.isprintable() else f"<U+{ord(character):04X}>" for character in path)


def list_files(
    root: Path, folders: Sequence[str] = FOLDERS, single: Sequence[str] = SINGLE, *, limits: Limits = DEFAULT
) -> tuple[tuple[StoredFile, ...], tuple[Finding, ...]]:
    """The YAML files of the library below `root`, sorted by path, and what is wrong with other entries there.

    Hidden entries are passed over. Symbolic links are never followed; only ordinary files are opened, and at most
    `limits.size` bytes of one are kept. Raises LibraryNotFound where `root` is no folder.
    """
    if not root.is_dir():
        raise LibraryNotFound(f"There is no folder `{shown_path(str(root))}`.")
    listing = _Listing(root, limits.size)
    for name in single:
        if os.path.lexists(root / name):
            _take(listing, name)
    for name in folders:
        if os.path.lexists(root / name):
            _walk(listing, name)
    files = sorted(listing.files, key=lambda file: file.path)
    return tuple(files), tuple(sorted(listing.findings, key=lambda finding: finding.order))


def _walk(listing: _Listing, folder: str) -> None:
    """Take every file below one folder; the stack is explicit, so that deep folders cost no recursion."""
    waiting = [folder]
    while waiting and not listing.full:
        path = waiting.pop()
        names = _names(listing, path)
        _similar(listing, path, names)
        for name in names:
            below = f"{path}/{name}"
            if _is_folder(listing, below) and not name.endswith((".yaml", ".yml")):
                if below.count("/") > MAX_DEPTH:
                    message = f"Folders are nested more than {MAX_DEPTH} deep here; what is below is not read."
                    listing.report("folders-too-deep", below, message, "Move the files further up.")
                else:
                    waiting.append(below)
            else:
                _take(listing, below)


def _names(listing: _Listing, path: str) -> list[str]:
    """The visible names in a folder, sorted; none where it is a link or cannot be read."""
    place = listing.root / path
    try:
        mode = place.lstat().st_mode
        if not stat.S_ISDIR(mode):
            if stat.S_ISLNK(mode):
                _link(listing, path)
            else:
                listing.report("not-a-file", path, f"`{shown_path(path)}` is no folder.", "Make it a folder.")
            return []
        return sorted(entry.name for entry in place.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        _unreadable(listing, path, error)
        return []


def _is_folder(listing: _Listing, path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(listing.root / path).st_mode)
    except OSError:
        return False


def _similar(listing: _Listing, path: str, names: Iterable[str]) -> None:
    """Names that some file systems take for one: they differ only in case or in Unicode composition."""
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()), name)
        if other != name:
            names_shown = f"`{shown_path(name)}` and `{shown_path(other)}`"
            message = f"{names_shown} differ only in case or in how accents are stored."
            fix = "Rename one: some systems take them for one file."
            listing.report("names-differ-only-in-case", f"{path}/{name}", message, fix)


def _take(listing: _Listing, path: str) -> None:
    """Read one entry if it is an ordinary YAML file with a good name; report it if it is anything else."""
    if len(listing.files) >= MAX_FILES:
        if not listing.full:
            message = f"The library has more than {MAX_FILES:,} files; the rest is not read."
            listing.report("too-many-files", path, message, "Split the library.")
        listing.full = True
        return
    try:
        mode = os.lstat(listing.root / path).st_mode
    except OSError as error:
        _unreadable(listing, path, error)
        return
    if stat.S_ISLNK(mode):
        _link(listing, path)
    elif not stat.S_ISREG(mode):
        message = f"`{shown_path(path)}` is {_kind(mode)}, not a file."
        listing.report("not-a-file", path, message, "Put an ordinary file here, or remove it.")
    elif _named_well(listing, path):
        _read(listing, path)


def _named_well(listing: _Listing, path: str) -> bool:
    """Whether the name is that of a record; editors' backups are passed over, other names reported."""
    name = path.rpartition("/")[2]
    stem, dot, extension = name.rpartition(".")
    if name.endswith(_LEFT_BEHIND) or (name.startswith("#") and name.endswith("#")):
        return False
    if extension.lower() == "yml" or (extension.lower() == "yaml" and extension != "yaml"):
        message = f"`{shown_path(name)}` ends in .{extension}; records end in .yaml, so this one is not read."
        listing.report("wrong-extension", path, message, f"Rename it to `{shown_path(stem)}.yaml`.")
        return False
    if not dot or extension != "yaml" or not name.isprintable():
        message = f"`{shown_path(name)}` is no YAML file; this folder holds records only."
        listing.report("unknown-file", path, message, "Move it elsewhere, or delete it.")
        return False
    if not _NAME.fullmatch(stem):
        message = f"The file name `{shown_path(name)}` is no id: lower-case letters a-z, digits and single hyphens."
        listing.report("bad-file-name", path, message, f"Rename it{_proposed(stem)}, together with the record's id.")
    return True


def _proposed(stem: str) -> str:
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f" to `{slug}.yaml`" if slug else ""


def _read(listing: _Listing, path: str) -> None:
    """Read at most the allowed bytes; the entry may have become something else since it was listed."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(listing.root / path, flags), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                message = f"`{shown_path(path)}` is {_kind(status.st_mode)}, not a file."
                listing.report("not-a-file", path, message, "Put an ordinary file here.")
                return
            raw = stream.read(listing.size + 1)
    except OSError as error:
        _unreadable(listing, path, error)
        return
    if len(raw) > listing.size:
        found = too_large(max(status.st_size, len(raw)), Limits(size=listing.size))
        listing.findings.append(Finding(found.code, Severity.ERROR, found.message, shown_path(path), fix=found.fix))
        return
    listing.files.append(StoredFile(path, raw))


def _link(listing: _Listing, path: str) -> None:
    message = f"`{shown_path(path)}` is a symbolic link; links are not followed, wherever they lead."
    listing.report("symbolic-link", path, message, "Put the file itself here.")


def _unreadable(listing: _Listing, path: str, error: OSError) -> None:
    if isinstance(error, FileNotFoundError):
        message = f"`{shown_path(path)}` was there when the folder was listed and is gone now."
        listing.report("vanished-file", path, message, "Run the check again when nothing changes the files.")
        return
    reason = error.strerror or type(error).__name__
    message = f"`{shown_path(path)}` cannot be read: {shown(reason)}."
    listing.report("unreadable-file", path, message, "Give yourself the right to read it.")


def _kind(mode: int) -> str:
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a named pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    return kinds.get(stat.S_IFMT(mode), "something else")
