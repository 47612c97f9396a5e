"""The trade's words, by language: data, and what looks them up."""
