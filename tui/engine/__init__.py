"""The engine: the process that reads, cleans and extracts while the interface answers keys."""
