"""The Compare page: any two roles side by side."""
