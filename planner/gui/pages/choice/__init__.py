"""Choosing a track: a questionnaire and its results."""
