"""Every page and state of the window as a picture."""
