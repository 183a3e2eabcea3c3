"""What is related to the thing shown here, as short lists of links."""
