"""Paper: its sizes, how blocks and lines are set on it, and what stands above and below."""
