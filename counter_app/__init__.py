"""The counter terminal: guides branch staff through a customer's business and evidences it.

It does not post to accounts: the core banking system books.
"""
