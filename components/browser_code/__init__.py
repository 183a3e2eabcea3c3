"""What components with browser code have in common: how one is made, and the scripts that several share."""
