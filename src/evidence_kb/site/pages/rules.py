"""The pages of the rules: what each proves, why it matters, how to mend a finding, and cases that it was tried on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_kb.rules.examples import ExampleLine, example
from evidence_kb.rules.rule import Rule
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.page import Page, PageType
from evidence_kb.site.source import Site
from evidence_kb.site.views.prose import Block, blocks
from evidence_kb.site.words import FAMILIES, counted, sentence


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the documentation and its text."""

    heading: str
    anchor: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an example: the spaces before it, its text, and whether wrong and right differ in it."""

    indent: str
    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """A case of the rule: the lines that it complains of, what it says, and the lines as they should be."""

    file: str
    wrong: tuple[Line, ...]
    message: str
    right: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """What the page of a rule shows."""

    code: str
    title: str
    slug: str
    severity: str
    explanation: tuple[Block, ...]
    sections: tuple[Section, ...]
    examples: tuple[Tried, ...]
    examined: str
    found: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the list of rules."""

    rule: Link
    title: str
    severity: str


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that prove the same kind of thing."""

    code: str
    name: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """What the list of rules shows."""

    total: str
    families: tuple[Family, ...]


def make_rules(site: Site) -> Iterator[Page]:
    """One page a rule."""
    for rule in site.report.rules:
        text = rule.documentation
        number = sum(finding.code == rule.code for finding in site.report.findings)
        content = RulePage(
            code=rule.code,
            title=text.title,
            slug=rule.slug,
            severity=sentence(str(rule.severity)),
            explanation=blocks(text.explanation),
            sections=tuple(
                Section(heading, heading.lower().replace(" ", "-"), blocks(body)) for heading, body in text.sections
            ),
            examples=_tried(rule),
            examined=examined_words(site, rule),
            found=counted(number, "finding"),
        )
        yield Page(f"rules/{rule.code.lower()}.md", f"{rule.code}: {text.title}", text.explanation[:300], content)


def _tried(rule: Rule) -> tuple[Tried, ...]:
    """The rule's first case that fires, where its cases show one."""
    shown = example(rule)
    if shown is None:
        return ()
    return (Tried(shown.file, _lines(shown.wrong), shown.message, _lines(shown.right)),)


def _lines(lines: tuple[ExampleLine, ...]) -> tuple[Line, ...]:
    """Lines with their indentation apart, because a page folds ordinary spaces."""
    return tuple(
        Line(" " * (len(line.text) - len(line.text.lstrip())), line.text.lstrip(), line.differs) for line in lines
    )


def examined_words(site: Site, rule: Rule) -> str:
    """How many values a rule looked at, or why there is no such number."""
    if rule.check is None:
        return "found while reading the files"
    number = site.report.examined.get(rule.code, 0)
    if number:
        return counted(number, "value")
    return f"nothing to look at: {rule.without_subject}" if rule.without_subject else "nothing to look at"


def make_index(site: Site) -> Iterator[Page]:
    """The list of all rules."""
    path = "rules/index.md"
    links = Links(site.kb, path)
    codes = sorted({rule.family for rule in site.report.rules})
    families = tuple(
        Family(
            code,
            FAMILIES.get(code, code),
            tuple(
                RuleLine(links.rule(rule.code), rule.documentation.title, str(rule.severity))
                for rule in site.report.rules
                if rule.family == code
            ),
        )
        for code in codes
    )
    content = RulesPage(counted(len(site.report.rules), "rule"), families)
    yield Page(path, "Rules", "What the checks of this library prove, and how to mend what they find.", content)


RULE = PageType("rule", "rule.md.j2", RulePage, make_rules, "Method")
RULES = PageType("rules", "rules.md.j2", RulesPage, make_index, "Method")
