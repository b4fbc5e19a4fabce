"""Training: where clips come from, how they are varied, the loss and the loop."""
