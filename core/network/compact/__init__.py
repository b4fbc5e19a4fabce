"""The compact network, small enough for two CPU cores."""
