"""What is only looked at: labels, cards, marks and shapes."""
