"""What leaves the app, one file per format."""
