"""What takes words, numbers and days: fields of a form, notes, evidence and KPI results."""
