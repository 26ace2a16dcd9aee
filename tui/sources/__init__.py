"""Where raw documents come from: files, feeds, web pages."""
