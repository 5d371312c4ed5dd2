"""Texts to try everything on: any characters at all, and scraps of what sources are made of."""

from hypothesis import settings
from hypothesis import strategies as st

SCRAPS = (
    "\n", "\n\n", "\n\n\n", " ", "\t", "   ", ".", ",", "—", "/", "(", ")", "“", "”", "'", "。", "#", "!", "é", "e\u0301",
    "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u2028", "\x0c", "\x1c", "\x85", "\U0001f30a",
    "Nav Search", "Home > News", "By Ann Lee", "Source: The Gazette Updated: 2020-01-01", "Updated: May 5, 1921",
    "Washington, Nov. 21, 1864.", "Related", "Read next", "Editor: Jan Berzin", "Editor's note: it rained.",
    "On May 5", "in 1914", "the 1930s", "January 3 of this year", "of the following year", "31 April", "No. 8, 2020",
    "5 May 1921", "2020-07-15", "April 13", "The river rose all night.", "Nobody slept", "which", "CHAPTER I",
    "in Riga", "Photo: Ann Lee", "[Photo/Xinhua]", "REUTERS", "A. LEE/AP", "[Illustration: a map]", "Q: Who?", "- one",
    "1. one", "IV", "> quoted",
)  # fmt: skip

thorough = settings(deadline=None, max_examples=150)

any_text = st.text(max_size=200)
scraps = st.builds(
    lambda joint, parts: joint.join(parts),
    st.sampled_from(["", " ", "\n"]),
    st.lists(st.sampled_from(SCRAPS), max_size=30),
)
texts = any_text | scraps
