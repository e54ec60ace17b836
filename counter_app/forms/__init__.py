"""A service procedure as data: checklist, fields, papers; dated rules; the pure runner."""
