"""Stamps with their evidence, relative days, windows for the undated."""
