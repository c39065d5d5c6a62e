"""A one-on-one in words and on paper, with the leaning to a track that is shared in it."""
