"""Finds a Chromium for the browser tests, and installs one where there is none."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium: the one that $CHROMIUM names, the system's, or the one Playwright keeps."""
    if named := os.environ.get("CHROMIUM"):
        return named
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        kept = playwright.chromium.executable_path
    return kept if os.path.exists(kept) else None  # noqa: PTH110


def install() -> None:
    """Debian's package where apt-get may be used, else the build that Playwright downloads for itself."""
    apt = shutil.which("apt-get")
    become = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if apt and (
        not become
        or (shutil.which("sudo") and subprocess.call([*become, "true"], stderr=subprocess.DEVNULL) == 0)
    ):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*become, apt, "update", "-qq"], check=False, env=quiet, stdout=subprocess.DEVNULL)
        if (
            subprocess.call(
                [*become, apt, "install", "-y", "-qq", "chromium"], env=quiet, stdout=subprocess.DEVNULL
            )
            == 0
        ):
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def main() -> int:
    """Ends with 0 when there is a Chromium, else says what to do."""
    if find():
        return 0
    print("No Chromium here yet: installing one for the browser tests.", flush=True)
    try:
        install()
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"It could not be installed ({error}).")
    if find():
        return 0
    print("Install a Chromium or Chrome, or name one: CHROMIUM=/path/to/chromium make test", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
