"""The award decides: the programme's rules and its operations, one package a subject.

An operation takes the context of who acts first (`access.acting.Acting`), then what is acted on. It
checks the scope, writes, records, owes messages, and never commits, sends or words anything.
"""
