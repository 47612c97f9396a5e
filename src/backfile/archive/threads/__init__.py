"""Threads: stories that follow one another on one matter, found when they are asked for."""
