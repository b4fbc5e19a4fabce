"""What review is worth: its model fitted, its maps measured, its queue tried by a simulated annotator."""
