"""Qt models: they translate values for views and hold no rules."""
