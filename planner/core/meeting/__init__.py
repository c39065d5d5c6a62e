"""One-on-ones: what each begins with, what changed since the last, and what both sides say."""
