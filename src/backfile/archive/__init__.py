"""Store, versions, copies, search, export."""
