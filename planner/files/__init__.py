"""Catalogues, people and interface texts, from and to files."""
