"""What roles ask of a person: one taken up, two compared, another industry's, and their KPIs."""
