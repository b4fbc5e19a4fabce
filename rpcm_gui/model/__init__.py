"""One open project: what holds of each frame, and every change that can be undone."""
