"""The drawing of the map and what goes on paper, without Qt."""
