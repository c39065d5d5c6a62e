"""What leaves the window: sheets chosen, previewed and painted, and charts copied and saved."""
