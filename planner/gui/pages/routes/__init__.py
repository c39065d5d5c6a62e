"""The ways to a target: routes side by side, their years, and their steps."""
