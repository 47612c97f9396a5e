"""What feeds, sitemaps, fronts, redirects and lists of addresses say of the addresses of stories, kept beside the records."""
