"""The local SQLite store: rows, transactions, migrations and backups."""
