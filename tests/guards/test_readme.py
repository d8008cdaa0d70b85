"""What the README shows is what happens: its commands are run and their output compared.

In a `console` or `sh` block a line that starts with `$ ` is a command. A comment `# exit 1` at its end, or on
the next line, says which exit code it gives (0 where nothing is said). Lines below a command are its output: each
has to occur, in this order; a line `...` stands for lines left out. A comment before the block makes the broken copy
that the block speaks of; the quoting is a shell's:

    <!-- replace claims/topic/an-id.yaml "86.6" "68.6" -->

The commands run on a copy of the library, so that they can neither change it nor see each other's changes
across blocks.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from guards.source_tree import forbid

LIBRARY = ("audits", "claims", "docs", "docs_templates", "questions", "sources", "vocabulary", "library.yaml")
ELSEWHERE = {"cd", "git"}  # what a reader types before there is anything to test
# One site is built for the whole suite, and a server never ends: these are only asked for their help.
NOT_REPEATED = {"build", "serve"}

_BLOCK = re.compile(
    r"(?P<edits>(?:^<!-- replace .*-->\n\s*)*)^```(?:console|sh)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL
)
_EDIT = re.compile(r"<!-- replace (.*?) -->")
_EXIT = re.compile(r"#\s*exit (\d+)\s*$")


@dataclass(frozen=True, slots=True)
class Command:
    """One command line of a block with what the README says about it."""

    words: tuple[str, ...]
    exit_code: int
    output: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the README: the edits that come before it, and its commands."""

    edits: tuple[tuple[str, str, str], ...]
    commands: tuple[Command, ...]


def blocks(text: str) -> list[Block]:
    found = []
    for match in _BLOCK.finditer(text):
        edits = []
        for edit in _EDIT.findall(match["edits"]):
            file, old, new = shlex.split(edit)
            edits.append((file, old, new))
        parts = re.split(r"^\$ ", match["body"], flags=re.MULTILINE)[1:]
        found.append(Block(tuple(edits), tuple(map(_command, parts))))
    return found


def _command(text: str) -> Command:
    head, *output = text.rstrip("\n").split("\n")
    code = _EXIT.search(head)
    if code is None and output and (code := _EXIT.match(output[0])):
        del output[0]
    return Command(tuple(_first_of_pipe(head)), int(code[1]) if code else 0, tuple(output))


def _first_of_pipe(line: str) -> list[str]:
    words = shlex.split(line, comments=True)
    ends = [index for index, word in enumerate(words) if word in {"|", ">", "&&"}]
    return words[: ends[0]] if ends else words


def missing(shown: tuple[str, ...], printed: str) -> list[str]:
    """The lines of the README that the command did not print, or not in this order."""
    rest = iter(line.rstrip() for line in printed.split("\n"))
    return [line for line in shown if line.strip() not in {"", "..."} and line.rstrip() not in rest]


def test_make_targets_exist(readme: str, repository: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (repository / "Makefile").read_text("utf-8"), re.MULTILINE))
    used = [word for words in _commands(readme, "make") for word in words[1:] if "=" not in word and word[0] != "-"]
    assert used, "the README shows no make command"
    assert not set(used) - targets


def test_every_command_is_of_a_known_kind(readme: str) -> None:
    used = {command.words[0] for block in blocks(readme) for command in block.commands}
    assert used <= ELSEWHERE | {"make", "evidence-kb"}, "say in this file how another command is tested"


def test_commands_do_what_the_readme_says(readme: str, repository: Path, tmp_path: Path) -> None:
    complaints = []
    for number, block in enumerate(blocks(readme)):
        if not any(command.words[0] == "evidence-kb" for command in block.commands):
            continue
        library = _copy(repository, tmp_path / str(number))
        for file, old, new in block.edits:
            text = (library / file).read_text("utf-8")
            assert old in text, f"README.md replaces {old}, which {file} does not hold"
            (library / file).write_text(text.replace(old, new, 1), "utf-8")
        complaints += [each for command in block.commands for each in _differences(command, library)]
    forbid(complaints)


def _differences(command: Command, library: Path) -> list[str]:
    if command.words[0] != "evidence-kb":
        return []
    help_only = NOT_REPEATED.intersection(command.words[1:2])
    program = Path(sys.executable).with_name("evidence-kb")
    words = [str(program), *command.words[1:], *(["--help"] if help_only else [])]
    done = subprocess.run(words, cwd=library, capture_output=True, text=True, timeout=60, check=False)
    line = shlex.join(command.words)
    complaints = [f"{line}: not printed: {each}" for each in missing(command.output, done.stdout) if not help_only]
    if done.returncode != command.exit_code:
        complaints.append(f"{line}: exit code {done.returncode}, not {command.exit_code}\n{done.stderr}{done.stdout}")
    return complaints


def _commands(text: str, program: str) -> list[tuple[str, ...]]:
    return [each.words for block in blocks(text) for each in block.commands if each.words[0] == program]


def _copy(repository: Path, library: Path) -> Path:
    library.mkdir()
    for name in LIBRARY:
        original = repository / name
        if original.is_dir():
            shutil.copytree(original, library / name)
        elif original.exists():
            shutil.copy(original, library / name)
    return library


@pytest.fixture(scope="module")
def readme(repository: Path) -> str:
    """The text of the README, once there is one and a command line to run what it shows."""
    for needed in ("README.md", "src/evidence_kb/cli"):
        if not (repository / needed).exists():
            pytest.skip(f"there is no {needed} yet, so NOTHING of the README is tested")
    return (repository / "README.md").read_text("utf-8")


SAMPLE = """\
<!-- replace claims/a.yaml "86.6" "68.6" -->

```console
$ evidence-kb check --format text   # exit 1
claims/a.yaml:3:5 FG201
...
1 error
$ evidence-kb show a | head
# exit 2
```
"""


def test_a_block_is_understood() -> None:
    assert blocks(SAMPLE) == [
        Block(
            (("claims/a.yaml", "86.6", "68.6"),),
            (
                Command(("evidence-kb", "check", "--format", "text"), 1, ("claims/a.yaml:3:5 FG201", "...", "1 error")),
                Command(("evidence-kb", "show", "a"), 2, ()),
            ),
        )
    ]


def test_a_line_that_is_not_printed_is_noticed() -> None:
    assert missing(("one", "...", "four"), "one\ntwo\nthree\nfour\n") == []
    assert missing(("four", "one"), "one\ntwo\nfour\n") == ["one"]
    assert missing(("five",), "one\n") == ["five"]
