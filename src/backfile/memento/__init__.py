"""Memento (RFC 7089): an address as it was at a moment, by captures of the archive (docs/api.md)."""
