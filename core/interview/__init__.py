"""Interview practice: free answers marked offline, follow-ups, mock interviews, the debrief."""
