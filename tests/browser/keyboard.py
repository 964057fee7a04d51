"""A person with nothing but Tab, Space, Enter, Escape and the arrows."""

from dataclasses import dataclass

from playwright.sync_api import Page

MOST_TABS = 400

_FOCUS = """() => {
  const at = document.activeElement
  const framed = [at, at.closest('label')].filter(Boolean).map((each) => getComputedStyle(each))
  const { top, bottom } = at.getBoundingClientRect()
  return {
    seen: framed.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) > 1),
    inside: bottom > 0 && top < innerHeight,
    what: at.outerHTML.slice(0, 120),
    page: at === document.body,
  }
}"""


@dataclass
class Keyboard:
    """The keys of a page; wherever the focus goes it must be seen."""

    page: Page

    def press(self, key):
        self.page.keyboard.press(key)

    def tab_to(self, selector):
        """Tab on until something is focused."""
        for _ in range(MOST_TABS):
            self.press("Tab")
            self.expect_focus_is_seen()
            if self.is_on(selector):
                return
        raise AssertionError(f"no Tab leads to {selector}")

    def is_on(self, selector):
        return self.page.evaluate("what => document.activeElement.matches(what)", selector)

    def expect_focus_is_seen(self):
        focus = self.page.evaluate(_FOCUS)
        assert focus["page"] or (focus["seen"] and focus["inside"]), focus["what"]

    def choose(self, name, value):
        """One answer of a question: Tab to it, then the arrows."""
        self.tab_to(f'input[name="{name}"]')
        self.press("Space")
        for _ in range(20):
            if self.is_on(f'[value="{value}"]:checked'):
                return
            self.press("ArrowDown")
            self.expect_focus_is_seen()
        raise AssertionError(f"no arrow leads to {name} {value}")

    def tick(self, selector):
        self.tab_to(selector)
        self.press("Space")
        assert self.is_on(":checked")

    def select(self, selector, value):
        self.tab_to(selector)
        for _ in range(150):
            if self.page.input_value(selector) == value:
                return
            self.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {selector} {value}")

    def enter(self, selector):
        """Tab to a button or a link, and press Enter."""
        self.tab_to(selector)
        self.press("Enter")
