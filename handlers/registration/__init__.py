"""The application, step by step."""
