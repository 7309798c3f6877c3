"""What word processors and book programs save: one file, one post, or a book of them."""
