"""Changes of many rows at once, and how they survive a crash."""
