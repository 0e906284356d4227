"""Who acts, what they may reach, who stands in for whom, who is told when a term is missed."""
