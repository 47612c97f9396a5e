"""Reasons, ages and windows in English: what site, command line, API and feeds say, said in one place."""
