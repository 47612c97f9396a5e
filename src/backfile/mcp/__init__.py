"""A tool server for language models (Model Context Protocol, stdio): read only, offline, every answer dated (docs/mcp.md)."""
