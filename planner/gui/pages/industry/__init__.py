"""Another industry: what a person keeps there."""
