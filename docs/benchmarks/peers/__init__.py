"""What `compare` starts, loads and stops: one module for each system."""
