"""The categories that podcast directories know: Apple's list, as of 2026."""

import difflib
from collections.abc import Mapping

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": (
        "Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit",
    ),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "History": (),
    "Health & Fitness": (
        "Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality",
    ),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        "Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies",
        "Home & Garden", "Video Games",
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        "Business News", "Daily News", "Entertainment News", "News Commentary", "Politics",
        "Sports News", "Tech News",
    ),
    "Religion & Spirituality": (
        "Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality",
    ),
    "Science": (
        "Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics",
        "Natural Sciences", "Nature", "Physics", "Social Sciences",
    ),
    "Society & Culture": (
        "Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships",
    ),
    "Sports": (
        "Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey",
        "Rugby", "Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness",
        "Wrestling",
    ),
    "Technology": (),
    "True Crime": (),
    "TV & Film": (
        "After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews",
    ),
}  # fmt: skip


def category(value: str) -> tuple[str, ...]:
    """Split "Category" or "Category > Sub-category"; ValueError names the nearest one."""
    parts = tuple(part.strip() for part in value.split(">"))
    top, *subs = parts
    if top in CATEGORIES and len(subs) <= 1 and set(subs) <= set(CATEGORIES[top]):
        return parts
    near = _nearest(subs[0] if top in CATEGORIES and subs else top)
    hint = f'; the nearest is "{near}"' if near else ""
    raise ValueError(f'podcast directories know no category "{value}"{hint}')


def _nearest(wrong: str) -> str:
    """The category that has a word most like the one given; "" for none."""
    names = [name for top, subs in CATEGORIES.items() for name in (top, *subs)]
    words = {word.lower(): name for name in reversed(names) for word in name.split()}
    near = difflib.get_close_matches(wrong.lower(), words, 1, 0.75)
    return words[near[0]] if near else ""
