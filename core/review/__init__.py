"""Review: how good each mask probably is, what went wrong where, and which frame to correct next."""
