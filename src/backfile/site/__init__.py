"""Pages that cannot pass an old story for a new one: the reader site (docs/site.md)."""

from backfile.site.app import make_app, open_app

__all__ = ["make_app", "open_app"]
