"""Dates in the body's own words, as TIMEX3 (ISO-TimeML, ISO 24617-1)."""
