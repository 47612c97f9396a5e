"""Outlets: the names and domains under which stories were published, and which of them are one paper."""
