"""Federal Learning Account: the abolished federal register of training days."""
