"""What tools do to masks, in image coordinates."""
