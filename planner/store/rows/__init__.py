"""Values to rows and back: read in few queries, compared, and written in bulk."""
