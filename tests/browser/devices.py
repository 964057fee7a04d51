"""Stand-ins for a voice, a loudspeaker, media keys and a screen lock: they note what is asked.

What they note outlives the page, for a session ends on the next one.
"""

import json
from dataclasses import dataclass

from playwright.sync_api import Page

ON_DEVICE = {"name": "Alma", "lang": "en-GB", "localService": True}
FAR_AWAY = {"name": "Cloud", "lang": "en-GB", "localService": False, "default": True}

_STAND_INS = """
const voices = VOICES
const note = (what, entry) => {
  const noted = JSON.parse(sessionStorage.getItem(what) ?? '[]')
  sessionStorage.setItem(what, JSON.stringify([...noted, entry]))
}
const give = (where, name, value) => Object.defineProperty(where, name, { value })

give(window, 'SpeechSynthesisUtterance', class { constructor(text) { this.text = text } })
give(window, 'speechSynthesis', {
  speaking: false,
  pending: false,
  cancel() {},
  getVoices: () => voices,
  addEventListener() {},
  speak({ text, voice, rate, volume }) { note('said', { text, voice: voice?.name, rate, volume }) },
})
const Oscillator = window.OscillatorNode
give(window, 'OscillatorNode', class extends Oscillator {
  constructor(audio, options) {
    super(audio, options)
    note('tones', options.frequency)
  }
})
window.mediaKeys = {}
navigator.mediaSession.setActionHandler = (key, act) => { window.mediaKeys[key] = act }
give(navigator, 'wakeLock', {
  request: async (what) => {
    note('locks', what)
    return { released: false, release: async () => note('locks', 'released') }
  },
})
document.addEventListener('DOMContentLoaded', () => {
  const caption = document.getElementById('caption')
  if (!caption) return
  const shown = () => note('shown', caption.textContent)
  new MutationObserver(shown).observe(caption, { childList: true })
})
"""


@dataclass
class Devices:
    """What stands beside the page; `with_voices` says what it can speak with."""

    page: Page

    def with_voices(self, *voices):
        self.page.add_init_script(_STAND_INS.replace("VOICES", json.dumps(voices)))
        return self

    def press(self, key):
        """A key of an earbud or a keyboard for music: play, pause, nexttrack …"""
        self.page.evaluate("key => { mediaKeys[key]() }", key)

    @property
    def keys(self):
        return set(self.page.evaluate("Object.keys(mediaKeys)"))

    @property
    def said(self):
        return self._noted("said")

    @property
    def tones(self):
        return self._noted("tones")

    @property
    def locks(self):
        return self._noted("locks")

    @property
    def captions(self):
        return self._noted("shown")

    def _noted(self, what):
        return json.loads(self.page.evaluate("what => sessionStorage.getItem(what) ?? '[]'", what))
