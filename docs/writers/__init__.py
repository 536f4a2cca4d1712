"""What writes the generated reference: one module per kind of page, two that write a node."""
