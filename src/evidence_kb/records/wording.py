"""Names of models and kinds as people read them, and what their docstrings say in one sentence."""

from __future__ import annotations

import inspect
import re

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def in_words(name: str) -> str:
    """`QuestionOutcome`, `drug-classes`, `time_to_event` as words: `Question outcome`, `Drug classes` …"""
    return re.sub(r"[-_ ]+", " ", _HUMP.sub(" ", name)).strip().capitalize()


def first_sentence(documented: type) -> str:
    """The first paragraph of a docstring on one line; empty where there is none."""
    return " ".join((inspect.getdoc(documented) or "").split("\n\n")[0].split())
