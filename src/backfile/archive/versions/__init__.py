"""What a reading changes in an archive, and how versions follow one another."""
