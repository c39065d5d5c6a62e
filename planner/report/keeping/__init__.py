"""What was brought in, handed out and erased, in words."""
