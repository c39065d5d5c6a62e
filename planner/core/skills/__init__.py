"""What is known of a person's skills: ratings, their grounds, and the hours to a level."""
