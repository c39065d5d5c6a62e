"""A chart on a page: its figure, its twin as a table, and the ways out for both."""
