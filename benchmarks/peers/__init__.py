"""The peers: one translator each, from our resolved rules to what that engine reads."""
