"""A move to another industry in words, in rows, and as bars."""
