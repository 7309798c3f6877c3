"""What all readers share: files, dates, names, pictures, and the posts they make."""
