"""The parts of the search for routes: its start, the moves it takes, and what is in the way."""
