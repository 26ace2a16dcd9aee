"""What is at stake in an article."""
