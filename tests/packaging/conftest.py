import subprocess
import tarfile
import venv

import pytest
from tests.packaging.building import build, lend
from uv import find_uv_bin


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The wheel and the sdist of this tree."""
    folder = build(tmp_path_factory.mktemp("built"), "wheel", "sdist")
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return wheel, sdist


@pytest.fixture(scope="session")
def wheel(built):
    return built[0]


@pytest.fixture(scope="session")
def unpacked(built, tmp_path_factory):
    """The tree of the sdist, as someone unpacks it."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(built[1]) as archive:
        archive.extractall(folder, filter="data")
    (tree,) = folder.iterdir()
    return tree


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """Runs a command of the wheel, in an environment with what it asks for and nothing else.

    There is no Node there, nor any other command.
    """
    home = tmp_path_factory.mktemp("home")
    venv.create(home / "venv", symlinks=True)
    python = home / "venv" / "bin" / "python"
    install = [find_uv_bin(), "pip", "install", "-q", "--no-index", "--no-deps", "--python", python]
    subprocess.run([*install, wheel], check=True)
    lend(next((home / "venv" / "lib").glob("python3*/site-packages")))
    keep = {"HOME": str(home), "PATH": str(python.parent), "PSOAS_DATA": str(home / "diary")}

    def start(*words, **more):
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        command = [python.parent / "psoas", *words]
        return subprocess.Popen(command, cwd=home, env=keep, **pipes, **more)

    return start
