"""What is kept on the disk: files written whole, clips, the ledger, the report."""
