"""Which countries an article names or implies."""
