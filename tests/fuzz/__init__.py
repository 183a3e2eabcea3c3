"""Everything that reads what somebody else wrote, fed with anything."""
