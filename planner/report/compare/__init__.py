"""Two roles side by side, for the window, paper and the terminal."""
