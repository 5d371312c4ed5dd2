"""The smallest archive, its text having been captured before."""

import hashlib
from pathlib import Path

TEXT = Path("source_texts/flood-at-testford")


def add_former(archive: Path, *texts: bytes) -> list[str]:
    """Gives the archive's text these former captures, the newest first; gives back their hashes."""
    record = (archive / TEXT / "record.yml").read_text(encoding="utf-8")
    now = hashlib.sha256((archive / TEXT / "text.txt").read_bytes()).hexdigest()
    hashes = [hashlib.sha256(text).hexdigest() for text in texts]
    folders = [archive / TEXT, *(archive / TEXT / "captures" / each[:8] for each in hashes)]
    for folder, text, own, before in zip(
        folders, (None, *texts), (now, *hashes), (*hashes, None), strict=True
    ):
        folder.mkdir(parents=True, exist_ok=True)
        if text is not None:
            (folder / "text.txt").write_bytes(text)
        end = f"replaces: {before}\n" if before else ""
        (folder / "record.yml").write_text(record.replace(now, own) + end, encoding="utf-8")
    return hashes
