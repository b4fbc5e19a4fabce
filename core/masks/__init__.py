"""Masks: label maps, run lengths, pictures of masks, palettes, and masks drawn over frames."""
