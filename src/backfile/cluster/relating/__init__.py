"""Relations over a whole corpus: versions, copies, rewrites, and threads, told by the archive's own functions."""
