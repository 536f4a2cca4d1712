"""People: made ones, and what they are asked."""
