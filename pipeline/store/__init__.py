"""What is kept on disk: files written whole, clips, the ledger, the report."""
