"""Cards over the window: find, people, past days, stale ratings and traps."""
