"""Who wrote a story: by its metadata, its byline, and whatever else on the page names its writers."""
