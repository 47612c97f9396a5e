"""Passages that stories share: copies."""
