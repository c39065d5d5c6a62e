"""The Map page: the promotion graph or its table, and the inspector of a role."""
