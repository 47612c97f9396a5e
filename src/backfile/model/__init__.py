"""The records, nothing else."""
