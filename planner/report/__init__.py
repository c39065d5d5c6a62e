"""The drawing of the map, what goes on paper, and the words for both, without Qt."""
