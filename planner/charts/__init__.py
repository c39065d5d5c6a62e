"""Values drawn as matplotlib figures."""
