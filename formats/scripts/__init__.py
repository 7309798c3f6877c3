"""The scripts of the web pages, as package data."""
