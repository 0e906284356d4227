"""The week in numbers and as a chart, sent and asked for."""
