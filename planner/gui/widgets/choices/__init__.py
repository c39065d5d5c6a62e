"""What chooses: switches, lists, levels and roles, by mouse or keyboard."""
