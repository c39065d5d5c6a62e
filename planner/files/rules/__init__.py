"""What must hold between the records of documents, kind by kind."""
