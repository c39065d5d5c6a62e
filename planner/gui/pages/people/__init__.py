"""A person added, corrected, or moved to another role."""
