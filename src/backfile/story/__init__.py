"""Labelled blocks and metadata -> Story."""
