"""Training of the compact network."""
