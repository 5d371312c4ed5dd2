"""The formats that go out, one module for each, all made from the same nouns."""
