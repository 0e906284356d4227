"""Programme data set by the operator in the chat: looked at, undone, followed by every process."""
