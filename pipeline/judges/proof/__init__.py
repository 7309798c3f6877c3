"""The proof that nothing was left out: every sentence is heard once, in order, in step."""
