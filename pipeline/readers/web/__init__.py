"""What is only needed for whole web pages: where the post is, and what a page says of it."""
