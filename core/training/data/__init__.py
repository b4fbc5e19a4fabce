"""Where training clips come from, and how they are varied."""
