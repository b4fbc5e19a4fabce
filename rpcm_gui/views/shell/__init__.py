"""What surrounds the desk: messages, status, help, start page, tour, and what actions do."""
