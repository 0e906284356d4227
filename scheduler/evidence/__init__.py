"""Files people sent: fetched, examined by a confined worker, compared by another process."""
