"""Quotations: found by their marks, then given to whoever said them."""
