"""The map as a value: what it says of each role, how roles and moves look, and its words."""
