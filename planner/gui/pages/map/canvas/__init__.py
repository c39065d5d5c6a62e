"""The map as it is looked at: a scene in layers, zoomed, dragged and walked."""
