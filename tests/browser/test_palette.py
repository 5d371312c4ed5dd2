"""The pictures in the docs have few colours: what is drawn in few keeps each of its points."""

import base64

from playwright.sync_api import Browser, Page

from browser.palette import with_palette

DRAWN = """
<body style="margin: 0; background: linear-gradient(#fff, #fff 40px, #8d2b1c 40px)">
  <div style="width: 90px; height: 30px; background: #1d4f7b; border: 3px solid #000"></div>
</body>
"""


def points(page: Page, png: bytes) -> list[int]:
    """Red, green, blue and opacity of each point of the picture, as the browser reads it."""
    told: list[int] = page.evaluate(
        """async address => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
          canvas.drawImage(image, 0, 0);
          return [...canvas.getImageData(0, 0, image.width, image.height).data];
        }""",
        "data:image/png;base64," + base64.b64encode(png).decode(),
    )
    return told


def test_a_picture_of_few_colours_is_the_same_with_a_palette(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 120, "height": 80})
    page.set_content(DRAWN)
    drawn = page.screenshot()

    smaller = with_palette(drawn)

    assert smaller[25] == 3  # the type of its colours: a palette
    assert points(page, smaller) == points(page, drawn)
    page.close()


def test_a_picture_of_many_colours_keeps_near_ones(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 256, "height": 40})
    page.set_content('<body style="margin: 0; background: linear-gradient(90deg, #000, #fa3)"></body>')
    drawn = page.screenshot()

    told = points(page, with_palette(drawn))

    assert max(abs(one - other) for one, other in zip(told, points(page, drawn), strict=True)) < 16
    page.close()
