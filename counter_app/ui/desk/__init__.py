"""The teller's desk: the pages of a visit and its business, and what stands beside them."""
