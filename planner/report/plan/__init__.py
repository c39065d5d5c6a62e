"""The plan and the next best steps in words, in rows, and on paper."""
