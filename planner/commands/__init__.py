"""The commands of the terminal that tell of careers and keep them: `run(terminal)` in each."""
