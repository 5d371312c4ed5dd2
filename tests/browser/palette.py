"""A screenshot with few colours: a PNG of at most 256, a fraction of the size and to the eye the same."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def with_palette(png: bytes) -> bytes:
    """The picture with a palette; it has to be one of 8 bits for each of three or four channels, as browsers make."""
    width, height, channels, data = _read(png)
    pixels = [
        row[at : at + 3]
        for row in _rows(data, width, height, channels)
        for at in range(0, len(row), channels)
    ]
    counts = Counter(pixels)
    nearest = _nearest(counts)
    colours = sorted(set(nearest.values()))
    index = {colour: number for number, colour in enumerate(colours)}
    told = bytes(index[nearest[pixel]] for pixel in pixels)
    lines = b"".join(b"\0" + told[at : at + width] for at in range(0, len(told), width))
    return _SIGNATURE + b"".join(
        _chunk(name, content)
        for name, content in [
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", b"".join(colours)),
            (b"IDAT", zlib.compress(lines, 9)),
            (b"IEND", b""),
        ]
    )


def _nearest(counts: Counter[bytes]) -> dict[bytes, bytes]:
    """For each colour the one that is shown: the commonest of those that agree with it in their first bits."""
    for bits in range(8):
        mask = 0xFF << bits & 0xFF
        groups: dict[bytes, bytes] = {}
        for colour, _ in counts.most_common():
            groups.setdefault(bytes(part & mask for part in colour), colour)
        if len(groups) <= 256:
            break
    return {colour: groups[bytes(part & mask for part in colour)] for colour in counts}


def _read(png: bytes) -> tuple[int, int, int, bytes]:
    chunks = list(_chunks(png))
    width, height, depth, colour, *_, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if depth != 8 or colour not in (2, 6) or interlaced:
        raise ValueError("not a picture of 8 bits for each of three or four channels")
    data = zlib.decompress(b"".join(content for name, content in chunks if name == b"IDAT"))
    return width, height, 3 if colour == 2 else 4, data


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not png.startswith(_SIGNATURE):
        raise ValueError("not a PNG")
    at = len(_SIGNATURE)
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        yield name, png[at + 8 : at + 8 + size]
        at += size + 12


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _rows(data: bytes, width: int, height: int, channels: int) -> Iterator[bytes]:
    """Each line of the picture, its filter undone (PNG 1.2, 6)."""
    size = width * channels
    above = bytes(size)
    for number in range(height):
        at = number * (size + 1)
        row = bytearray(data[at + 1 : at + 1 + size])
        match data[at]:
            case 1:
                for x in range(channels, size):
                    row[x] = row[x] + row[x - channels] & 0xFF
            case 2:
                row = bytearray((one + other) & 0xFF for one, other in zip(row, above, strict=True))
            case 3:
                for x in range(size):
                    left = row[x - channels] if x >= channels else 0
                    row[x] = row[x] + (left + above[x] >> 1) & 0xFF
            case 4:
                for x in range(size):
                    left, corner = (row[x - channels], above[x - channels]) if x >= channels else (0, 0)
                    row[x] = row[x] + _paeth(left, above[x], corner) & 0xFF
        above = bytes(row)
        yield above


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))
