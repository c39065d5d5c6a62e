"""The map and a career's path as charts on paper: on one sheet, as a poster, in two languages."""
