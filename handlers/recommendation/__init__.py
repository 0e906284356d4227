"""The closing note, the recommendation, and how far a level is on its way to the badge."""
