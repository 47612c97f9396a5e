"""The reader site over a made-up archive."""
