"""A team in words and in rows."""
