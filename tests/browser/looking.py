"""What is wrong with how a page looks: for axe, on a narrow screen, with large letters."""

from axe_playwright_python.base import AXE_SCRIPT

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 640}

_TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= wide) return []
  const beyond = [...document.querySelectorAll('body *')].filter(
    (each) => each.getBoundingClientRect().right > wide + 1)
  return beyond.slice(-3).map((each) => `${each.tagName} ${each.textContent.slice(0, 40)}`)
}"""

_CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((each) => {
  const style = getComputedStyle(each)
  const cuts = [style.overflowX, style.overflowY].some((way) => ['hidden', 'clip'].includes(way))
  const seen = each.clientWidth > 2 && each.textContent.trim() && style.visibility !== 'hidden'
  return cuts && seen &&
    (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
}).map((each) => `${each.tagName} #${each.id} ${each.textContent.slice(0, 40)}`)"""

_SMALL = """least => [...document.querySelectorAll('button, a[href], summary, input, select')]
  .map((each) => [each, (each.closest('label') ?? each).getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.width < least || box.height < least))
  .map(([each, box]) => `${each.id || each.textContent.trim()} ${box.width}x${box.height}`)"""


def axe(page, scheme, size, *rules):
    """What axe finds, or only these rules of it, as it is seen in light or dark at a size."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(size)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    only = {"runOnly": list(rules)} if rules else {}
    options = {"resultTypes": ["violations"], **only}
    return [
        f"{found['id']}: {node['html'][:120]}"
        for found in page.evaluate("options => axe.run(options)", options)["violations"]
        for node in found["nodes"]
    ]


def too_wide(page):
    """What makes the page scroll sideways at 320 pixels."""
    page.set_viewport_size(NARROW)
    return page.evaluate(_TOO_WIDE)


def lost_when_large(page):
    """What is cut off or out of sight when every letter is twice as large."""
    page.set_viewport_size(LAPTOP)
    page.evaluate("document.documentElement.style.setProperty('font-size', '225%', 'important')")
    return [*page.evaluate(_TOO_WIDE), *page.evaluate(_CUT_OFF)]


def too_small(page, least=44):
    """What can be pressed and is smaller than a thumb."""
    return page.evaluate(_SMALL, least)
