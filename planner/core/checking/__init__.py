"""The parts of the checks of a catalogue: what a problem is, traps, and poor questionnaires."""
