"""The One-on-one page: prepared, held and closed in stages, and read again later."""
