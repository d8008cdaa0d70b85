"""Building the tree of a file from parsing events, and the mistakes that do not stop the parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from evidence_kb.strict_yaml import inspection
from evidence_kb.strict_yaml.document import Plain
from evidence_kb.strict_yaml.problems import Limits, YamlProblem, problem, shown
from evidence_kb.strict_yaml.scalars import NULLS, ODD_KEYS, SUSPECT_FIRST

_LONG = 15
_ODD = "non-string-key"
_NAMELESS = "\0"
_DELETE = "Delete it; if the text itself begins with {0}, put the whole text in quotes."


@dataclass(slots=True, eq=False)
class _Frame:
    """One mapping or list that is still open; `indent` is that of the innermost block around or at it."""

    into: Any
    is_mapping: bool
    flow: bool
    indent: int
    key: str | None = None
    key_line: int = -1
    key_end: int = -1
    last: str | None = None
    stray: bool = False
    first: dict[str, int] = field(default_factory=dict)


class TreeBuilder:
    """Takes events one by one; afterwards `root` is the tree and `problems` what is wrong with it.

    The stack is this object's own: depth costs no recursion. Anchors are never followed, so nothing expands.
    """

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.problems: list[YamlProblem] = []
        self.root: Any = None
        self.root_event: Any = None
        self._lines: list[str] = []
        self._frames: list[_Frame] = []
        self._nodes = 0
        self._documents = 0
        # Explicit keys are so rare that looking before every key is worth it only where a question mark could be one.
        self._explicit_keys = "? " in text

    @property
    def lines(self) -> list[str]:
        """The lines of the text, split when first asked for."""
        if not self._lines:
            self._lines = self.text.split("\n")
        return self._lines

    def feed(self, event: Any) -> bool:
        """Take one event; False where reading ends here."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(event, {}, True)
        elif kind is yaml.SequenceStartEvent:
            self._open(event, [], False)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._frames.pop()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            return self._document(event)
        if self._nodes > self.limits.nodes:
            message = f"The file holds more than {self.limits.nodes:,} values; it is read no further."
            self._report(event, "too-many-values", message, fix="Split the record.")
            return False
        return len(self._frames) <= self.limits.depth and len(self.problems) < self.limits.problems

    def _report(self, event: Any, slug: str, message: str, *, fix: str, value: str | None = None) -> None:
        mark = event.start_mark
        self.problems.append(problem(slug, message, mark.line + 1, mark.column + 1, fix=fix, value=value))

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        message = "A second document begins here; a file holds one record."
        fix = "Delete the line `---`, or move what follows into a file of its own."
        self._report(event, "several-documents", message, fix=fix)
        return False

    def _alias(self, event: Any) -> None:
        self._nodes += 1
        around = self._frames[-2:]
        # The merge key has been reported already, and one mistake is one message.
        merged = any(frame.key == "<<" or (frame.last == "<<" and frame is not around[-1]) for frame in around)
        if not merged:
            message = f"The alias `*{shown(event.anchor)}` refers to another place; every record is written out."
            fix = "Write the value itself; if the text begins with *, put the whole text in quotes."
            self._report(event, "alias", message, fix=fix, value=f"*{event.anchor}")
        self._place(None, event)

    def _marked(self, event: Any) -> None:
        """Anchors and tags: reported, never obeyed."""
        if event.anchor is not None:
            message = f"The anchor `&{shown(event.anchor)}` is not used here; every record is written out."
            self._report(event, "anchor", message, fix=_DELETE.format("&"), value=f"&{event.anchor}")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"The tag `{shown(tag)}` is not used here; the kind of a value comes from its field."
            self._report(event, "tag", message, fix=_DELETE.format("!"), value=tag)

    def _open(self, event: Any, into: Any, is_mapping: bool) -> None:
        self._nodes += 1
        if event.tag is not None or event.anchor is not None:
            self._marked(event)
        top = self._frames[-1] if self._frames else None
        mark = event.start_mark
        flow = bool(event.flow_style)
        if top is not None and top.flow and is_mapping and not top.is_mapping:
            self.problems += inspection.pair_in_list(self.text, event)
        if top is not None and top.flow and top.key is not None:
            self.problems += inspection.glued_bracket(self.text, event)
        if top is not None and top.is_mapping and top.key is None:
            message = "A key of this mapping is itself a mapping or a list; a key is a name."
            fix = "Use a plain name; put a text with braces or brackets in quotes."
            self._report(event, "complex-key", message, fix=fix)
        self._place(into, event)
        indent = mark.column if not flow else top.indent if top is not None else -1
        self._frames.append(_Frame(into, is_mapping, flow, indent))
        if len(self._frames) > self.limits.depth:
            message = f"More than {self.limits.depth} mappings and lists are nested here; the file is read no further."
            self._report(event, "nested-too-deep", message, fix="Check the brackets and the indentation.")

    def _place(self, value: Any, event: Any) -> None:
        if not self._frames:
            self.root, self.root_event = value, event
            return
        frame = self._frames[-1]
        if not frame.is_mapping:
            frame.into.append(value)
        elif frame.key is None:
            # A key that is no scalar: reported before; its value needs some name until the file is given up.
            frame.key = f"{_NAMELESS}{self._nodes}"
        else:
            frame.into[frame.key] = value
            frame.last, frame.key = frame.key, None

    def _scalar(self, event: Any) -> None:
        self._nodes += 1
        if event.tag is not None or event.anchor is not None:
            self._marked(event)
        frame = self._frames[-1] if self._frames else None
        if frame is None:
            self._place(event.value, event)
        elif frame.is_mapping and frame.key is None:
            self._key(frame, event)
        elif event.style:
            self._quoted(frame, event)
        else:
            self._plain(frame, event)

    def _key(self, frame: _Frame, event: Any) -> None:
        key = event.value
        mark = event.start_mark
        plain = not event.style
        if self._explicit_keys or (plain and (key in ODD_KEYS or not key[0].isalpha())):
            self.problems += inspection.key(self.text, event)
        seen = frame.first.setdefault(key, mark.line)
        if key in frame.into:
            message = f"The key `{shown(key)}` stands twice in this mapping: first on line {seen + 1}, and here again."
            fix = "Keep one of the two, or give the other its right name."
            self._report(event, "duplicate-key", message, fix=fix, value=key)
        frame.key, frame.key_line, frame.key_end = key, mark.line, event.end_mark.index

    def _quoted(self, frame: _Frame, event: Any) -> None:
        if event.style in "|>":
            self.problems += inspection.block_text(self.lines, event)
        else:
            if event.end_mark.line != event.start_mark.line:
                self.problems += inspection.quoted_lines(self.lines, event, frame.indent)
            if not event.value.isprintable():
                self.problems += inspection.quoted_characters(event)
        self._place(event.value, event)

    def _plain(self, frame: _Frame, event: Any) -> None:
        text = event.value
        mark = event.start_mark
        if text in NULLS:
            if frame.flow and frame.is_mapping and not text:
                self._nothing(frame, event)
            self._place(None, event)
            return
        if text[0] in SUSPECT_FIRST or len(text) > _LONG:
            self.problems += inspection.plain(text, event)
        glued: list[YamlProblem] = []
        if frame.is_mapping and not frame.flow and mark.line != frame.key_line:
            glued = inspection.own_line(self.lines, event)
            self.problems += glued
        if event.end_mark.line != mark.line:
            self.problems += inspection.plain_lines(self.lines, event, frame.indent, bool(glued), self.limits.problems)
        frame.stray = False
        self._place(Plain(text), event)

    def _nothing(self, frame: _Frame, event: Any) -> None:
        """A key inside braces without a value: allowed with a colon, a broken value without one."""
        between = self.text[frame.key_end : event.start_mark.index]
        parent = self._frames[-2] if len(self._frames) > 1 else None
        if ":" in between or (frame.key or "").startswith(_NAMELESS):
            frame.stray = False
        elif parent is not None and (parent.key or "").startswith(_NAMELESS):
            return
        elif not frame.stray:
            # A value with several commas leaves several stray keys and is still one mistake.
            frame.stray = True
            start = frame.key_end
            # Half a number (`1,204`) is an odd key, too; that follows from the comma.
            self.problems = [
                one for one in self.problems if (one.slug, one.line, one.value) != (_ODD, frame.key_line + 1, frame.key)
            ]
            line, column = frame.key_line, start - (self.text.rfind("\n", 0, start) + 1)
            self.problems.append(inspection.stray_key(frame.key or "", frame.last, line, column))
