"""Our own approvals at this PC: what is asked, the evidence, and another person's signature."""
