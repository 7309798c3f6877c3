"""What sources of plain text share: working on lines, before there are blocks or HTML."""
