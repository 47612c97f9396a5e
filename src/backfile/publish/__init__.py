"""An archive as files that any web host serves: the site's own pages, made once, and search in the reader's browser."""
