"""How the window looks: icons, styles, figures, and the dates and numbers of its language."""
