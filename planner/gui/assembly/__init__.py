"""Puts the window together: pages made when first shown, what lies over them, and late doors."""
