"""The dossiers of a whole team: their window, and how they are written."""
