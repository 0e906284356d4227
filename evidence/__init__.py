"""Check evidence: was this photo, video or essay sent before, also when edited? (README.md)

Bytes and texts in, fingerprints and what is alike out. It knows nothing of people, of the award, of
databases, and never decides. Files come from anyone: decoders run in confined processes alone.
"""
