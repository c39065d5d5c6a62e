"""The Plan page: actions in their order, edited in place, and the plan over time."""
