"""Rows: painted tables, lists to tick, lines, and what is told of the picked one."""
