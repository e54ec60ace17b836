"""A service procedure as data: checklist, fields, conditions, papers; dated rule packs; the pure runner."""
