"""The diary: what happened, durably, in order, never rewritten."""

from psoas.diary.opening import default_folder, open_diary
from psoas.diary.problems import DiaryProblem
from psoas.diary.store import Diary
from psoas.diary.takeaway import export, import_into, written
from psoas.diary.unpacking import BadExport, unpacked

__all__ = ["BadExport", "Diary", "DiaryProblem", "default_folder", "export", "import_into",
           "open_diary", "unpacked", "written"]  # fmt: skip
