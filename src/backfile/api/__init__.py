"""The API, `/api/v1/`: what an archive holds as JSON and CSV, described by itself in OpenAPI (docs/api.md)."""
