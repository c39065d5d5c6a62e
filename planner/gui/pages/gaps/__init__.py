"""The Gaps page: a person against one role, skill by skill."""
