"""What an archive keeps and how: tables, records, payloads, the writer, the check."""
