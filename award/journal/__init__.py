"""The journal: from a message to a draft to an entry that is submitted, versions, withdrawal."""
