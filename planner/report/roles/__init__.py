"""What there is to say of a role: for a person, when it is taken up, its KPIs, and its traps."""
