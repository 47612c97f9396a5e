"""The reader site: pages, API, feeds."""
