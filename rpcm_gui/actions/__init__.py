"""Every action of the application as data: what it is called, where it is shown, which keys it has."""
