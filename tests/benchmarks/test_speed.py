from benchmarks.speed import book, public_texts


def test_a_book_is_as_long_as_asked_and_always_the_same() -> None:
    texts = public_texts()

    assert len(book(texts, 50_000)) == 50_000
    assert book(texts, 50_000) == book(texts, 50_000)
    assert book([("ab", None)], 9) == "ab\n\nab\n\na"
