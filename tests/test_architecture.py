"""The house keeps its shape: floors, no cycles, a mirror of tests, a light import, one importer per heavy library."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

import perfscheme

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
FACE = "perfscheme"
FLOORS = {
    "diagnostics": 1,
    "formula": 2,
    "frames": 2,
    "nouns": 3,
    "evidence": 4,
    "scheme": 4,
    "lints": 5,
    "reading": 6,
    "reference": 6,
    "writing": 6,
    "reports": 7,
    "testing": 7,
    "pytest_plugin": 7,
    "cli": 8,
    "__main__": 8,
}
IMPORTERS = {
    "numpy": (
        "perfscheme.evidence",
        "perfscheme.formula.vector",
        "perfscheme.frames",
        "perfscheme.scheme.boards",
        "perfscheme.scheme.columns",
        "perfscheme.scheme.framed",
    ),
    "narwhals": ("perfscheme.frames.library",),
    "pyarrow": ("perfscheme.frames",),
    "python_calamine": ("perfscheme.frames.files",),
    "yaml": ("perfscheme.reading.events", "perfscheme.reading.parsers"),
    "click": ("perfscheme.cli",),
    "rich": ("perfscheme.cli",),
    "hypothesis": ("perfscheme.testing",),
    "pytest": ("perfscheme.pytest_plugin",),
}
# Tables of sentences: one test reads them all.
MIRRORED_TOGETHER = ("perfscheme.diagnostics.messages", "perfscheme.reference.texts")
# Laws and whole-house tests that belong to no single module.
NOT_MIRRORS = {"test_architecture.py", "test_demo.py", "test_docs.py", "test_fuzz.py", "test_hostile.py",
               "test_kinds.py", "test_language_server.py", "test_logs.py", "test_published.py",
               "test_wheel.py"}  # fmt: skip


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imports(name: str, path: Path) -> Iterator[str]:
    """Every name that the module imports, deferred, type-only and by string included."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                above = package.rsplit(".", level - 1)[0] if level else ""
                base = ".".join(part for part in (above, module) if part)
                for alias in names:
                    whole = f"{base}.{alias.name}"
                    yield whole if whole in MODULES else base
            case ast.Call(
                func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__"), args=args
            ):
                match args:
                    case [ast.Constant(value=str(target)), *_]:
                        yield target


@functools.cache
def graph() -> dict[str, set[str]]:
    """The modules of the package that each module imports."""
    return {
        name: {target for target in imports(name, path) if target.partition(".")[0] == FACE}
        for name, path in MODULES.items()
    }


def floor(name: str) -> int:
    return FLOORS[name.split(".")[1]]


def inside(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def test_every_package_has_a_floor() -> None:
    """A new package must be given its floor here before it can be imported."""
    assert {name.split(".")[1] for name in MODULES if name != FACE} <= set(FLOORS)


@pytest.mark.parametrize("name", [name for name in MODULES if name != FACE])
def test_imports_point_down(name: str) -> None:
    """No module imports from a floor above its own."""
    upward = {target for target in graph()[name] if target != FACE and floor(target) > floor(name)}
    assert not upward, f"{name} (floor {floor(name)}) imports from above: {sorted(upward)}"


def test_adapters_do_not_import_each_other() -> None:
    """The packages above the reader stand beside each other, so that each can be left out."""
    reader = FLOORS["reading"]
    crossing = {
        (name, target)
        for name, targets in graph().items()
        for target in targets
        if FACE not in (name, target)
        and floor(name) == floor(target) > reader
        and name.split(".")[1] != target.split(".")[1]
    }
    assert {pair for pair in crossing if pair[0] != f"{FACE}.__main__"} == set()


def test_nothing_inside_imports_the_face() -> None:
    """The face re-exports; what stands behind it never looks back."""
    assert [name for name, targets in graph().items() if FACE in targets and name != FACE] == []


def cycle(edges: Mapping[str, set[str]]) -> list[str]:
    """One cycle among the modules, or an empty list."""
    done: set[str] = set()

    def visit(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        done.add(name)
        for target in sorted(edges.get(name, ())):
            # A package's face and its own modules lean on each other by design of the language.
            if not inside(name, target) and (found := visit(target, [*way, name])):
                return found
        return []

    return next((found for name in sorted(edges) if (found := visit(name, []))), [])


def test_no_cycles() -> None:
    """Every module can be read after the modules that it imports."""
    assert cycle(graph()) == []


def test_cycles_would_be_found() -> None:
    """The search that the test above leans on does find a cycle."""
    assert cycle({"p.a": {"p.b"}, "p.b": {"p.c"}, "p.c": {"p.a"}}) == ["p.a", "p.b", "p.c", "p.a"]


def test_heavy_libraries_have_one_importer() -> None:
    """Each heavy library is imported in one place, deferred and type-only imports included."""
    wrong = {
        (name, library)
        for name, path in MODULES.items()
        for target in imports(name, path)
        if (library := target.partition(".")[0]) in IMPORTERS
        and not any(inside(name, home) for home in IMPORTERS[library])
    }
    assert wrong == set()


def test_only_declared_libraries_are_imported() -> None:
    """The package leans on the standard library, on attrs and on the libraries with one importer."""
    known = set(sys.stdlib_module_names) | {"attrs", "attr", FACE} | set(IMPORTERS)
    foreign = {
        (name, t) for name, path in MODULES.items() for t in imports(name, path) if t.partition(".")[0] not in known
    }
    assert foreign == set()


def mirror(name: str) -> Path:
    """Where the tests of a module stand, below tests/."""
    together = next((package for package in MIRRORED_TOGETHER if inside(name, package)), None)
    *folders, leaf = (together or name).split(".")[1:]
    return Path(*folders, f"test_{leaf}.py")


def plain_modules() -> list[str]:
    """The modules that hold something of their own: not the faces of packages, not `python -m`."""
    return [name for name, path in MODULES.items() if path.name not in ("__init__.py", "__main__.py")]


def test_every_module_has_its_tests() -> None:
    """tests/ mirrors src/perfscheme/."""
    assert [str(mirror(name)) for name in plain_modules() if not (ROOT / "tests" / mirror(name)).exists()] == []


def test_every_test_file_has_its_module() -> None:
    """No test file outlives the module that it tests; tests of a whole package carry its name."""
    packages = {Path(*name.split(".")[1:-1], f"test_{name.rpartition('.')[2]}.py") for name, path in MODULES.items()
                if path.name == "__init__.py" and name != FACE}  # fmt: skip
    known = {mirror(name) for name in plain_modules()} | packages
    files = {path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    assert {str(path) for path in files - known if path.name not in NOT_MIRRORS and path.parts[0] != "laws"} == set()


@pytest.mark.parametrize("name", plain_modules())
def test_a_module_says_what_lives_there(name: str) -> None:
    """The first line of every module is a docstring sentence."""
    said = ast.get_docstring(ast.parse(MODULES[name].read_text(encoding="utf-8")))
    assert said
    assert said.split("\n\n")[0].rstrip().endswith((".", "。")), said


def test_importing_the_library_is_light() -> None:
    """`import perfscheme` in a fresh process loads no numpy, no yaml and no adapter's library."""
    code = "import sys, perfscheme; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert set(loaded.stdout.split()) & set(IMPORTERS) == set()


@pytest.mark.parametrize("family", [perfscheme.conditions, perfscheme.missing], ids=["conditions", "missing"])
def test_a_family_shows_its_own_names(family: ModuleType) -> None:
    """And not what it imports: a notebook completes `ps.missing.` by them."""
    assert dir(family) == sorted(family.__all__)
    assert "attrs" not in dir(family)


def test_the_face_is_the_same_for_type_checkers_and_at_runtime() -> None:
    """Each name that is imported lazily stands among the imports that a type checker reads, from the same module."""
    tree = ast.parse(MODULES[FACE].read_text(encoding="utf-8"))
    (typed,) = (node for node in tree.body if isinstance(node, ast.If) and isinstance(node.test, ast.Name))
    read = {
        alias.name: f"{node.module}".removeprefix(f"{FACE}.")
        for node in typed.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert read == perfscheme._HOMES  # type: ignore[attr-defined]  # what the face hides
    assert all(getattr(perfscheme, name) is not None for name in perfscheme.__all__)


def test_scoring_one_record_needs_no_arrays() -> None:
    """Nor does explaining it: numpy is for batches and tables."""
    program = (
        "import sys, perfscheme as ps; s = ps.load(min(ps.gallery().values())); "
        "c = s.score({spec.key: None for spec in s.inputs}); c.total, c.explain('zh'), c.to_dict(); "
        "print('numpy' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"


def test_a_plan_is_checked_without_the_classes_that_it_does_not_name() -> None:
    """They are half of all nouns, and making a noun takes longer than reading one."""
    code = (
        "import sys; from perfscheme.reading.load import checks; "
        "head, score = 'perfscheme: 1\\nscheme: a\\n', '{unit: points, range: [0, 1], better: higher, curve: as-is}'; "
        "how = '{kind: weighted-mean, weights: equal, missing: refuse}'; "
        "print(*checks(head + f'score: {{aggregation: {how}, children: {{b: {score}}}}}\\n')); "
        "print(*{'evidence.measures', 'aggregations.matrices', 'curves.per_step', 'rules.vetoes', 'curves.as_is'} "
        "& {name.removeprefix('perfscheme.nouns.') for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["curves.as_is"]
