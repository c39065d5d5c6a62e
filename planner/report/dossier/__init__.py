"""The dossier of a person: its cover, its sections, and what it has nothing to tell of."""
