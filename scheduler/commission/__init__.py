"""Protocols of commissions get their paper, beside everything else."""
