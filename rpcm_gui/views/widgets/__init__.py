"""What all views are made of: actions, theme, small widgets."""
