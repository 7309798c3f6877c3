"""The style sheets of the web pages, as package data."""
