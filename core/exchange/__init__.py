"""Between datasets and projects: imports, exports, previews, and which format a folder is in."""
