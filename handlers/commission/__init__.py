"""A commission in the chat: its members, dossiers, marks, votes, decisions, protocols, appeals."""
