"""What every reader shares: files, dates, names, pictures, and the posts they make."""
