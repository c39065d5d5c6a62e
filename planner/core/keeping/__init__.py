"""What is kept about people over the years: how it is changed, brought in, and handed out."""
