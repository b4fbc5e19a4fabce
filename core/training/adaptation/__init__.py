"""Fine-tuning on one annotated clip."""
