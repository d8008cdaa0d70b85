"""Audits: every statement has a verdict that its claims bear out."""
