"""What a project file holds, a class for each kind of row."""
