"""Reading one YAML file strictly: plain text in, a tree of text and positions out, or what is wrong and where."""

from evidence_kb.strict_yaml.document import Document, Plain
from evidence_kb.strict_yaml.problems import DEFAULT, PROBLEMS, Limits, YamlProblem
from evidence_kb.strict_yaml.reading import read

__all__ = ["DEFAULT", "PROBLEMS", "Document", "Limits", "Plain", "YamlProblem", "read"]
