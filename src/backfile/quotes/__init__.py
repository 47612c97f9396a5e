"""Who said what, under which name and office."""
