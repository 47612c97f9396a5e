"""Citations of a story's version: made in the forms that others read, and proved against the archive (docs/citations.md)."""
