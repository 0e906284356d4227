"""The portfolio as people meet it: asked for, its photos chosen, its pages worded, its hours."""
