"""Which block of a page is what, each label with the rule that gave it."""
