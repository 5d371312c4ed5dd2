"""What websites and digitisers put around a text; each row is a whole line, case aside."""

import re
from collections.abc import Sequence

_LONGEST = 600

HEAD_NOISE = (
    r"Nav Search",
    r"Menu|Search|Home|Subscribe(?: now)?|Sign (?:in|up)|Log in|Register|Print|E-?mail|Save|Listen|Share|Tools|Close|Skip to (?:main )?content",
    r"Advertise?ment|Share this(?: (?:article|story|page))?|Print this (?:article|page)|Facebook|Twitter|WhatsApp|Weibo|WeChat|LinkedIn",
    r"Share\s*(?:-|–|on|via|to)\s*[\w ]{2,20}|Copy link|Follow",
    r"(?:Home|Startseite|Accueil|Inicio|Portada|Página principal|Início|Главная|首页)(?: ?[|>/»›·][^|>/»›·]*)+",
    r"(?:text|font) size:?.{0,40}",
    r"(?:[\w&' -]{2,30}\s*[>»›]\s*){1,5}[\w&' -]{2,80}",
    r"(?:[\w&' -]{2,20}\s*\|\s*){3,12}[\w&' -]{2,20}",
    r"(?:\d{1,5} )?Comments?(?: \(\d{1,5}\))?|\d{1,4} shares?",
    r"(?:您?当前的?位置|首页)\s?[:：>»].{0,100}|字[号体][:：]?.{0,20}|打印(?:本页)?|分享(?:到.{0,20})?|\[?\s?字号\s.{0,20}",
    r"We use cookies.{0,300}|Accept(?: all)? cookies",
)
"""Controls of a page that were captured with it, before the title."""

INNER_NOISE = (
    r"[-–—\s]{0,4}(?:Advertise?ment|Story continues below(?: this)?(?: advertise?ment)?|Article continues below.{0,30}|Continue reading)[-–—\s]{0,4}",
)
"""The same between the paragraphs."""

FOOT_LISTS = (
    r"(?:Read|Up) (?:next|more|also)",
    r"(?:Most|Trending|Popular)(?: (?:popular|read|viewed|now|stories|articles))?",
    r"(?:More )?Related(?: (?:articles?|stor(?:y|ies)|news|reading|topics|content|links))?",
    r"(?:You (?:may|might) also like|Recommended(?: for you)?|More (?:on this story|from .{1,40}|stories|news)|Editor[’']?s?[’']? picks?|Latest news|See also)",
    r"(?:Leave a )?Comments?(?: \(\d{1,5}\))?",
    r"相关(?:阅读|新闻|链接|报道)|推荐阅读|热门(?:文章|推荐)",
)
"""Heads of lists of other pages: they take everything short behind them along."""

FOOT_NOISE = (
    *(row + r":?" for row in FOOT_LISTS),
    r"[(（\[]?(?:(?:Responsible |Web )?Editors?|责任编辑|责编|编辑|校对)\s?[:：].{0,80}",
    r"(?:©|\(c\)|Copyright\b|版权所有).{0,200}",
    r".{0,80}All rights reserved\.?.{0,80}",
    r"(?:Back to )?top|Print|E-?mail|Advertise?ment|Next|Previous|(?:Next|Previous) (?:article|story|page|post)(?::.{0,100})?",
    r"(?:Share|Follow|Like) (?:this|us|on)\b.{0,80}|Share|Facebook|Twitter|WhatsApp|Weibo|WeChat|LinkedIn",
    r"(?:Tags?|Keywords?|Topics?|Filed under|Categor(?:y|ies)|关键词|标签)\s?[:：].{0,200}",
    r"(?:Sign up|Subscribe|Register)\b.{0,120}",
    r"(?:Download|Get) (?:the|our) .{0,40}app.{0,60}",
    r"(?:About us|Contact us|Privacy(?: policy)?|Terms(?: of (?:use|service))?)(?:\s*[|·]\s*[\w &']{2,30}){0,8}",
    r"(?:上一篇|下一篇|打印|关闭窗口|返回顶部|分享).{0,60}|[京沪粤]ICP.{0,60}",
    r"(?:Produced|E-?text prepared|Digiti[sz]ed) by .{1,200}",
)
"""The same after the text."""

EBOOK_STARTS = r"\*{3}\s?START OF (?:THE|THIS) PROJECT GUTENBERG.{0,300}"
EBOOK_ENDS = (
    r"\*{3}\s?END OF (?:THE|THIS) PROJECT GUTENBERG.{0,300}|End of (?:the )?Project Gutenberg.{0,200}"
)
EBOOK_MAKERS = r"(?:Produced|E-?text prepared|This e-?book was produced|Digiti[sz]ed) by\b.{1,300}"
"""Lines of a transcription of Project Gutenberg: what stands outside the first two is about the file."""


def is_of(patterns: Sequence[re.Pattern[str]], words: str) -> bool:
    """Whether the whole of the words is of one of the forms; only a few hundred characters can be."""
    return len(words) <= _LONGEST and any(pattern.fullmatch(words) for pattern in patterns)


def compiled(rows: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """The rows as one pattern each, case aside."""
    return tuple(re.compile(row, re.IGNORECASE | re.DOTALL) for row in rows)
