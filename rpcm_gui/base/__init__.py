"""What everything in the window relies on: language, values, failures, settings."""
