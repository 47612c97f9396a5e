"""Patterns: every regular expression of src/backfile found, and attacked with strings made from its own structure."""
