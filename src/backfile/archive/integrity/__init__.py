"""Is all that an archive holds as it was stored, and what can be made again of it."""
