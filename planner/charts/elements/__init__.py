"""What charts are made of: the canvas, axes, bars, rings, legends, and words that wrap."""
