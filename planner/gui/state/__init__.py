"""What pages share beside the workspace: ways, ratings, next steps, and what is imagined."""
