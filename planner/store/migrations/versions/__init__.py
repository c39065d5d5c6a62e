"""One module a revision; none imports the live tables, which will have moved on."""
