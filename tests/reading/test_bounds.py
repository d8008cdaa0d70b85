"""Bombs: depth, breadth, aliases and merge keys end after few events, whatever they would expand to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from evidence_kb.strict_yaml import DEFAULT, Limits, YamlProblem, parser, read, reading

Counted = Callable[..., tuple[list[YamlProblem], int]]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Read a text and say which problems came out and how many events the parser was asked for."""

    def run(text: str, limits: Limits = DEFAULT) -> tuple[list[YamlProblem], int]:
        taken = 0

        def events(of: str) -> Iterator[Any]:
            nonlocal taken
            for event in parser.events(of):
                taken += 1
                yield event

        monkeypatch.setattr(reading, "events", events)
        result = read(text.encode(), limits=limits)
        assert isinstance(result, tuple), "the bomb was read as if nothing were wrong"
        return list(result), taken

    return run


LEVELS = [chr(letter) for letter in range(ord("a"), ord("m"))]


@pytest.mark.usefixtures("event_source")
def test_alias_bomb_is_not_expanded(counted: Counted) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]" for below, name in pairwise(LEVELS)]
    problems, taken = counted("\n".join(lines))
    assert problems[0].slug == "anchor"
    assert {each.slug for each in problems} == {"anchor", "alias"}
    assert taken < 60


@pytest.mark.usefixtures("event_source")
def test_merge_bomb_is_not_expanded(counted: Counted) -> None:
    lines = ["a: &a {x: 1}"]
    for below, name in pairwise(LEVELS):
        lines += [f"{name}: &{name}", f"  <<: [{', '.join([f'*{below}'] * 9)}]"]
    problems, taken = counted("\n".join(lines))
    assert {each.slug for each in problems} == {"anchor", "merge-key"}
    assert taken < 200


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[\n" * 200_000,
        "a: " + "{b:\n " * 80_000,
        "a:\n" + "".join("  " * depth + "b:\n" for depth in range(1, 60)),
        "a:\n" + "- " * 900,
    ],
    ids=["lists in brackets", "mappings in braces", "mappings", "lists"],
)
@pytest.mark.usefixtures("event_source")
def test_depth_ends_the_reading(text: str, counted: Counted) -> None:
    problems, taken = counted(text)
    assert [each.slug for each in problems] == ["nested-too-deep"]
    assert taken < 4 * DEFAULT.depth


@pytest.mark.usefixtures("event_source")
def test_the_deepest_allowed_nesting_is_read() -> None:
    deep = DEFAULT.depth - 1
    result = read(("a: " + "[" * deep + "]" * deep).encode())
    assert not isinstance(result, tuple)
    assert isinstance(read(("a: " + "[" * (deep + 1) + "]" * (deep + 1)).encode()), tuple)


@pytest.mark.usefixtures("event_source")
def test_breadth_ends_the_reading(counted: Counted) -> None:
    problems, taken = counted("a:\n" + "- b\n" * 5_000, Limits(nodes=100))
    assert [(each.slug, each.line) for each in problems] == [("too-many-values", 99)]
    assert taken < 110


@pytest.mark.parametrize(
    ("text", "slug"),
    [("a: 1\n" * 1000, "duplicate-key"), ("- &x b\n" * 1000, "anchor"), ("a: b: c\n" * 1000, "unquoted-colon")],
)
def test_many_problems_end_the_reading(text: str, slug: str, counted: Counted) -> None:
    problems, taken = counted(text)
    assert {each.slug for each in problems} == {slug}
    assert len(problems) == DEFAULT.problems
    assert taken < 200


def test_tags_construct_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    result = read(b'a: !!python/object/apply:builtins.print ["executed"]\n')
    assert isinstance(result, tuple)
    assert [each.slug for each in result] == ["tag"]
    assert capfd.readouterr().out == ""
