"""`rule`: documentation of the rules."""

from __future__ import annotations

import click

from evidence_kb.rules.catalogue import all_rules
from evidence_kb.rules.examples import ExampleLine, example
from evidence_kb.suggestions import nearest


@click.command("rule")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Print what a rule proves, why it matters and how to fix a finding; all rules where no CODE is given."""
    rules = {rule.code: rule for rule in all_rules()}
    if code is None:
        for known in rules.values():
            click.echo(f"{known.code}  {known.severity:<7}  {known.documentation.title}")
        return
    rule = rules.get(code.upper())
    if rule is None:
        guess = nearest(code.upper(), rules)
        raise click.UsageError(f"There is no rule {code}." + (f" Did you mean {guess}?" if guess else ""))
    text = rule.documentation
    click.echo(f"{rule.code} {rule.slug} ({rule.severity})\n\n{text.title}\n\n{text.explanation}")
    for heading, body in text.sections:
        click.echo(f"\n{heading}\n{body}")
    shown = example(rule)
    if shown is not None:
        click.echo(f"\nWrong ({shown.file})\n{_marked(shown.wrong)}\n\n-> {shown.message}\n")
        click.echo(f"Right\n{_marked(shown.right)}")


def _marked(lines: tuple[ExampleLine, ...]) -> str:
    """Lines of a file; a bar stands before those that differ."""
    return "\n".join(f"{'|' if line.differs else ' '} {line.text}" for line in lines)
