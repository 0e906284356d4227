"""Assemble and run: settings, command line, dispatcher, middlewares, clock."""
