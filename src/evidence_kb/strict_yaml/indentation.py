"""Which line is indented wrongly: the one that fits nothing, or one above that makes a right one look wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import yaml

from evidence_kb.strict_yaml.parser import events
from evidence_kb.strict_yaml.problems import YamlProblem, problem, shown

_STEPS = (0, -2, 2, -1, 1, -4, 4)
_LARGEST = 64 * 1024


def blamed(lines: list[str], found: YamlProblem) -> YamlProblem:
    """The indentation problem `found`, or that of a line above where mending that line is the better explanation.

    A first line of a block that stands too deep makes the parser complain of the second. Every candidate is indented
    otherwise for a try; the mend after which the parser comes furthest is believed, and where two come as far, the
    line whose indentation is the odd one in its file.
    """
    index = found.line - 1
    if sum(map(len, lines)) > _LARGEST:
        return found
    depths = [_indent(line) for line in lines]
    best, _ = _best(lines, index, depths[index])
    chosen: tuple[int, int] | None = None
    for candidate in _candidates(lines, depths, index):
        reach, goal = _best(lines, candidate, depths[index])
        if reach > best or (reach == best and chosen is None and _is_odd(lines, depths, candidate, goal, index)):
            best, chosen = reach, (candidate, goal)
    return found if chosen is None else _earlier(lines, *chosen)


def _content(lines: list[str], below: int) -> Iterator[int]:
    """The lines above `below` that hold something, upwards."""
    for index in range(below - 1, -1, -1):
        body = lines[index].lstrip(" ")
        if body and not body.startswith("#"):
            yield index


def _candidates(lines: list[str], depths: list[int], index: int) -> list[int]:
    """The line before, the one that closed the block of `index`, and the shallowest of a deeper block between."""
    above = list(_content(lines, index))
    if not above:
        return []
    candidates = [above[0]]
    candidates += [one for one in above if depths[one] < depths[index]][:1]
    deeper: list[int] = []
    for one in above:
        if depths[one] <= depths[index]:
            break
        deeper.append(one)
    if deeper:
        candidates.append(min(deeper, key=lambda one: depths[one]))
    return list(dict.fromkeys(candidates))


def _is_odd(lines: list[str], depths: list[int], candidate: int, goal: int, index: int) -> bool:
    """Whether the candidate's own indentation is less usual than the one it would be given."""
    above = next(_content(lines, candidate), None)
    if above is None:
        return goal == 0
    below = next((one for one in range(index + 1, len(lines)) if lines[one].strip(" ")), None)
    around = {depths[above], depths[index], depths[below] if below is not None else -1}
    if around == {goal} and _is_item(lines[above]) == _is_item(lines[index]):
        return True
    parent = next((one for one in _content(lines, candidate) if depths[one] < max(goal, 1)), None)
    if parent is None or (depths[candidate] <= depths[parent] and not _is_item(lines[candidate])):
        return False
    steps = _steps(lines, depths)
    return steps[depths[candidate] - depths[parent]] < steps[goal - depths[parent]]


def _steps(lines: list[str], depths: list[int]) -> Counter[int]:
    """How often the file goes how many spaces deeper from one line to the next."""
    content = list(_content(lines, len(lines)))
    pairs = ((depths[below], depths[above]) for below, above in pairwise(content))
    return Counter(below - above for below, above in pairs if below > above)


def _earlier(lines: list[str], before: int, goal: int) -> YamlProblem:
    column = _indent(lines[before])
    body = lines[before].strip(" ")
    message = f"`{shown(body)}` is indented by {column} spaces; the lines around it ask for {goal}."
    return problem("bad-indentation", message, before + 1, column + 1, fix=f"Indent it by {goal} spaces.", value=body)


def _best(lines: list[str], index: int, around: int) -> tuple[int, int]:
    """How far the file reads at best when line `index` is indented otherwise, and the indentation for that."""
    present = _indent(lines[index])
    goals = dict.fromkeys(depth + step for depth in (around, present) for step in _STEPS)
    furthest, best = -1, present
    for goal in goals:
        if goal >= 0 and goal != present:
            reach = _reach([*lines[:index], " " * goal + lines[index].lstrip(" "), *lines[index + 1 :]])
            if reach > furthest:
                furthest, best = reach, goal
    return furthest, best


def _reach(lines: list[str]) -> int:
    """The line (from 0) at which the parser stops; one more than there are where it reads all."""
    try:
        for _ in events("\n".join(lines)):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line if error.problem_mark is not None else 0
    except (yaml.YAMLError, ValueError, OverflowError):
        return 0
    return len(lines) + 1


def _is_item(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
