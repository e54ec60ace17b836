"""When to push and pull, cursors and health. No SQL text, no Qt."""
