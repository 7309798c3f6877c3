# The package has no types of its own: they are those of the module that it takes the place of.
from unicodedata import bidirectional as bidirectional
from unicodedata import category as category
from unicodedata import combining as combining
from unicodedata import decimal as decimal
from unicodedata import digit as digit
from unicodedata import east_asian_width as east_asian_width
from unicodedata import name as name
from unicodedata import normalize as normalize
from unicodedata import numeric as numeric
