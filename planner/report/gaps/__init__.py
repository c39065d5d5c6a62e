"""A gap and its history in words, in rows, and on paper."""
