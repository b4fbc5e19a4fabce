"""One open project at work: runs, exports, imports, fine-tuning."""
