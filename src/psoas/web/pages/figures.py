"""The figure: what moves on a page, and still pictures of it."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from psoas.body import Side
from psoas.drawing.gallery import Gallery, NoSuchPicture
from psoas.messages import gettext as _

router = APIRouter(prefix="/figures")


@router.get("/body.json")
def body(request: Request) -> Response:
    """The shapes and colours of the body."""
    return Response(_gallery(request).body(), media_type="application/json")


@router.get("/{identity}.json")
def moving(request: Request, identity: str) -> Response:
    """An exercise as frames."""
    try:
        return Response(_gallery(request).clip(identity), media_type="application/json")
    except NoSuchPicture:
        raise _missing() from None


@router.get("/{identity}.svg")
def still(
    request: Request, identity: str, pose: str = "", side: str = "", theme: str = ""
) -> Response:
    """One picture of an exercise; without a pose, the one that shows what it is."""
    worked = Side.LEFT if side == Side.LEFT else Side.RIGHT
    try:
        drawn = _gallery(request).still(identity, pose, worked, dark=theme == "dark")
    except NoSuchPicture:
        raise _missing() from None
    return Response(drawn, media_type="image/svg+xml")


def _gallery(request: Request) -> Gallery:
    gallery: Gallery = request.app.state.gallery
    return gallery


def _missing() -> HTTPException:
    return HTTPException(404, _("There is no such picture. Look for it in the library."))
