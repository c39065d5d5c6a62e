"""What-if in the window: the bar that says so, the panel beside the page, and their actions."""
