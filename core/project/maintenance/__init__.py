"""Taking care of project files: summaries, repair, compacting, videos that have moved."""
