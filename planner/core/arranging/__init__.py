"""The parts of the layout: what it sees of a catalogue, and the search for places and orders."""
