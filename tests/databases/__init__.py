"""One file of each past schema, and the scripts that made them."""
