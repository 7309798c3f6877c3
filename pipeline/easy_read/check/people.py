"""What no program can decide: it is listed with every check, and never ticked by one."""

PEOPLE: tuple[tuple[str, str], ...] = (
    ("ER-X01", "Is it clear? Can readers say in their own words what each part means?"),
    ("ER-X02", "Is it true? Does it say what the post says, and nothing else?"),
    ("ER-X03", "Is it respectful? Does it speak to adults?"),
    ("ER-X04", "Are the pictures right, and does each show what its row says?"),
    ("ER-X05", "Is nothing missing that readers need?"),
    ("ER-X06", "Is it of use to them?"),
)
"""Questions for people with a learning disability who read the language from childhood, at least
one of whom is named where they want to be (Inclusion Europe; DIN SPEC 33429)."""
