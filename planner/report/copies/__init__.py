"""The charts of the window as they are copied and saved, and the tables that say the same."""
