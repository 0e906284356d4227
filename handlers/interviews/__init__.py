"""Interviews in the chat: times offered, chosen by a tap, kept in a calendar, who came."""
