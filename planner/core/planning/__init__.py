"""What lies ahead of a person: the plan, the years and levels of a route, next steps, what-if."""
