"""Transactions, tables, read rows. Hands out frozen Views and read models, never rows or sessions."""
