"""What sources of plain text share: lines, before they are blocks or HTML."""
