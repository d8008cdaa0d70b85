"""Pages at former addresses: each leads to the page of the entry that has the alias."""

from __future__ import annotations

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.outputs import OutputFile
from evidence_kb.records.base import Entity
from evidence_kb.site.addresses import FOLDERS, entry_path, href

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<link rel="canonical" href="{target}">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p>This page has moved: <a href="{target}">{id}</a></p></body>
</html>
"""


def redirects(kb: KnowledgeBase) -> list[OutputFile]:
    """One plain HTML page an alias."""
    found = {}
    for entry in kb.entries:
        if entry.kind in FOLDERS and isinstance(entry.record, Entity):
            for alias in entry.record.aliases:
                old = entry_path(entry.kind, alias).removesuffix(".md") + ".html"
                target = href(entry_path(entry.kind, entry.id), old)
                found[old] = OutputFile(old, PAGE.format(target=target, id=entry.id).encode())
    return [found[path] for path in sorted(found)]
