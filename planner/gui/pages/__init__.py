"""The pages of the window, a folder each, and what every page is."""
