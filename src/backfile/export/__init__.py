"""An archive's stories in other forms: tables, records, web archives, WordPress's export, text. Each says what it cannot hold."""
