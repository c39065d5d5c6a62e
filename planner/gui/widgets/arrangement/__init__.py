"""How parts of a page stand to each other: in columns and rows, and on the way that Tab takes."""
