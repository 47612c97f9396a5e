"""When an undated story was published, as far as the rest of the archive tells."""
