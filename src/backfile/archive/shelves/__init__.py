"""Shelves: the sections of outlets and the authors of stories, by date, as readers browse them."""
