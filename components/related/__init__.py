"""What belongs to what is shown here, as short lists of links."""
