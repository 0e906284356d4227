"""The participant signs; the representative is asked, signs, and follows their children."""
