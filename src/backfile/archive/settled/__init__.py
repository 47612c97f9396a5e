"""What archivists decided, kept and taken back."""
