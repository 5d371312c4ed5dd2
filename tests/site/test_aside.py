from pathlib import Path

from postil.site.aside import aside_of, give_up, swap_in


def put(folder: Path, words: str) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(words)


def test_the_new_site_takes_the_old_one_s_place_and_nothing_is_left_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, "old")
    put(aside_of(site), "new")

    swap_in(site)

    assert (site / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    put(aside_of(tmp_path / "site"), "new")

    swap_in(tmp_path / "site")

    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_what_an_earlier_build_left_behind_is_in_nobody_s_way(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, "old")
    put(aside_of(site), "new")
    put(tmp_path / ".site-old", "left by a build that was killed")

    swap_in(site)

    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_giving_up_leaves_the_last_good_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, "old")
    put(aside_of(site), "half of the new")

    give_up(site)

    assert (site / "index.html").read_text() == "old"
    assert not aside_of(site).exists()
