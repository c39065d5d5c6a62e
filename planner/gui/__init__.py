"""The window: models that translate, pages that show."""
