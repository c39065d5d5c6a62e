"""Many people at once, in arrays: who is ready, what is covered, and who could follow whom."""
