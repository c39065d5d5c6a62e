"""The tests of the planner; they mirror its packages."""
