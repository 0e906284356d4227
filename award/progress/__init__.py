"""Progress: how far somebody is in a level, from the journal and what is asked of them."""
