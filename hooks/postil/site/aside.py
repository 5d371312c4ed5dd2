"""A site is built aside and takes the old one's place only when it is whole."""

import shutil
from pathlib import Path


def aside_of(site: Path) -> Path:
    """Where the site is built until it is done: beside its place, so that a rename can bring it there."""
    return site.with_name(f".{site.name}-building")


def swap_in(site: Path) -> None:
    """Puts what was built aside in the site's place; what stood there is gone only afterwards."""
    old = site.with_name(f".{site.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    aside_of(site).rename(site)
    shutil.rmtree(old, ignore_errors=True)


def give_up(site: Path) -> None:
    """Takes away what was built aside; the site that stood there before still stands."""
    shutil.rmtree(aside_of(site), ignore_errors=True)
