"""A desktop career-path planner: where a career can go, what is missing, and how to get there."""

__version__ = "0.1.0"
