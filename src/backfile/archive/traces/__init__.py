"""Traces: who printed a passage, first and last, and what became of it."""
