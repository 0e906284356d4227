refused-dossier-moved = Things have moved on meanwhile. Here is how it stands now.
