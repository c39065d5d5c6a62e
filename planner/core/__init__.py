"""The domain: frozen values and pure functions, without files, database or window."""
