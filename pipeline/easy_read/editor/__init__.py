"""The editor's page of `make serve`, on which an easy-read text is written in a browser.

It is for this machine alone: nothing of it is in what is published.
"""
