"""Search: the query language, the index, the passages found."""
