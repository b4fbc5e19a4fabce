"""The timeline: strip, filmstrip, playback."""
