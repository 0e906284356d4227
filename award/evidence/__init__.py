"""Evidence: pieces of an entry, examined and compared, with verdicts given before on a pair."""
