"""The picture of the frame with its masks, zoomed, panned and painted on."""
