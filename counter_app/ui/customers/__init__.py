"""Finding cases and customers, and the page of a customer."""
