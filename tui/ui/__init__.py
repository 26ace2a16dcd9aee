"""The interface: everything that touches Textual."""
