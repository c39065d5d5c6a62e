"""Widgets that more than one page uses, by what they do."""
