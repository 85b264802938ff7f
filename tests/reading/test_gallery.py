"""The gallery of shipped schemes."""

from pathlib import Path

import pytest

from perfscheme.reading.gallery import SUFFIX, gallery

HOME = Path(__file__).parents[2] / "schemes"


def test_the_gallery_names_every_shipped_scheme() -> None:
    """By the name of its file, without the ending."""
    assert dict(gallery()) == {path.name.removesuffix(SUFFIX): path for path in HOME.glob(f"*{SUFFIX}")}


def test_the_gallery_cannot_be_changed() -> None:
    """It is what was shipped."""
    with pytest.raises(TypeError):
        gallery()["mine"] = Path("mine")  # type: ignore[index]


@pytest.mark.parametrize("inside", [True, False])
def test_a_wheel_has_it_inside_and_a_checkout_at_the_top(
    inside: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both layouts are found; the wheel's own comes first."""
    package = tmp_path / "src" / "perfscheme"
    folder = (package if inside else tmp_path) / "schemes"
    (package / "reading").mkdir(parents=True)
    folder.mkdir()
    file = folder / f"a{SUFFIX}"
    file.touch()
    (folder / "notes.txt").touch()
    monkeypatch.setitem(gallery.__globals__, "__file__", str(package / "reading" / "gallery.py"))
    assert dict(gallery()) == {"a": file}


def test_a_gallery_may_be_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host may leave the files out."""
    monkeypatch.setitem(gallery.__globals__, "__file__", str(tmp_path / "src/perfscheme/reading/gallery.py"))
    assert dict(gallery()) == {}
