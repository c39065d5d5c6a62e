"""The Team page: the capability matrix, its coverage, and who is ready for what."""
