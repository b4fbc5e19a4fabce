"""Frames in: video files, folders of images, TIFF stacks, and small proxies of large clips."""
