"""Where an entry is used: the questions, audits and claims that point at it."""

from __future__ import annotations

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.site.addresses import Link, Links


def uses(kb: KnowledgeBase, key: tuple[str, str], links: Links) -> tuple[Link, ...]:
    """Links to the pages of the users of an entry, questions first."""
    order = {"question": 0, "audit": 1, "claim": 2, "source": 3}
    users = [user for user in kb.users.get(key, ()) if user.kind in order]
    users.sort(key=lambda user: (order[user.kind], user.id))
    make = {"question": links.question, "audit": links.audit, "claim": links.claim, "source": links.source}
    return tuple(make[user.kind](user.id) for user in users)
