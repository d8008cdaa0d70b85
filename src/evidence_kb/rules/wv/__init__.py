"""Waivers: known, used, reasoned."""
