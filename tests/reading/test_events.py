"""Events of YAML into trees, and the limits that act while they come."""

import subprocess
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.reading.events import Limits, read
from perfscheme.reading.nodes import Node

HAS_LIBYAML = hasattr(yaml, "CBaseLoader")
SOUP = st.lists(
    st.sampled_from(
        ["a", "b: ", "- ", "\n", "\n  ", "{", "}", "[", "]", ", ", ": ", "'", '"', "&x ", "*x", "|\n", "#", "满", "~"]
    ),
    max_size=25,
).map("".join)  # fmt: skip

SCALARS = st.sampled_from(["a", "1.5", "'it''s'", '"\\u6ee1"', "满意", "", "~", "&m x", '"a\\\n  b"', "x y"])
FLOW = st.recursive(
    SCALARS,
    lambda part: (
        st.lists(part, max_size=3).map(lambda parts: "[" + ", ".join(parts) + "]")
        | st.dictionaries(st.sampled_from("abc"), part, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=6,
)
DOCUMENTS = SOUP | FLOW | st.lists(st.tuples(st.sampled_from("abcd"), FLOW), max_size=4).map(
    lambda lines: "".join(f"{key}: {value} # c\n" for key, value in lines)
)  # fmt: skip


def plain(node: Node) -> object:
    """The tree as lists and strings."""
    if node.kind == "list":
        return [plain(item) for item in node.items]
    if node.kind == "mapping":
        return [(key.text, plain(value)) for key, value in node.pairs]
    return (node.text, node.plain)


def codes(text: str, *, limits: Limits | None = None) -> list[str]:
    return [problem.code for problem in read(text, limits=limits)[1]]


def test_a_tree_has_kinds_texts_and_places() -> None:
    """Scalars keep their text as written, quoted ones are marked."""
    root, problems = read("a: 1.50\nb: [x, 'y']\n")
    assert problems == []
    assert root is not None
    assert plain(root) == [("a", ("1.50", True)), ("b", [("x", True), ("y", False)])]
    second = root.pairs[1][1].items[1]
    assert (str(second.start), second.end.index - second.start.index) == ("2:8", 3)


def test_texts_are_in_one_unicode_form() -> None:
    """Two ways to write é are one name."""
    assert codes("\u00e9: 1\ne\u0301: 2") == ["PS023"]


def test_an_alias_repeats_its_target_at_its_own_place() -> None:
    """A fault in it is shown where it is used."""
    root, problems = read("a: &x {k: 1}\nb: *x\n")
    assert problems == []
    assert root is not None
    again = root.pairs[1][1]
    assert (plain(again), str(again.start)) == ([("k", ("1", True))], "2:4")


def test_every_fault_that_leaves_a_tree_is_told() -> None:
    """One does not hide the next."""
    text = "a: !!x 1\na: 2\n<<: {}\n? []\n: 1\nb: &m 1\nc: &m 2\n"
    assert codes(text) == ["PS020", "PS026", "PS023", "PS021", "PS022"]


@pytest.mark.parametrize("end", ["", "\n"], ids=["pure", "libyaml"])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 1000, "PS006"),
        ("{a: " * 1000, "PS006"),
        ("- " * 1000, "PS006"),
        ("\n".join(" " * i + "a:" for i in range(200)), "PS006"),
        ("a0: &a0 [1]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 60)), "PS006"),
        ("a0: &a0 [1, 1]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 30)), "PS007"),
        ("[" + "1," * 60_000 + "]", "PS007"),
        ("#" * 1_000_001, "PS001"),
        ("a: &x [*x]", "PS025"),
        ("a: &x {b: {c: *x}}", "PS025"),
    ],
)
def test_limits_act_while_reading(text: str, code: str, end: str) -> None:
    """Depth, depth through aliases, nodes once aliases are written out, size, and what contains itself."""
    assert codes(text + end) == [code]


def test_limits_can_be_set() -> None:
    """Tests and hosts may want smaller ones."""
    assert codes("[[1]]", limits=Limits(depth=1)) == ["PS006"]
    assert codes("[[1]]", limits=Limits(depth=2)) == []
    assert codes("[1, 2]", limits=Limits(nodes=2)) == ["PS007"]
    assert codes("[1, 2]", limits=Limits(nodes=3)) == []


PLAN = """  part-{part}:
    name: {{zh: 部分, en: Part}}
    weight: 10
    unit: percent
    better: higher
    range: [0, 100]
    thresholds: {{floor: 60, target: 90, stretch: 100}}
    curve: {{kind: linear, points: {{floor: 0, target: 80, stretch: 100}}}}
    sources: [{{document: plan, clause: "3.2"}}]
"""


def test_a_thousand_indicators_are_within_the_limits() -> None:
    """With names, thresholds, curves and sources."""
    assert codes("children:\n" + "".join(PLAN.format(part=part) for part in range(1000))) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak of a process is told in other units")
@pytest.mark.parametrize("text", ["'a%d: {unit: points}\\n' % i", "'- [[[[1]]]]\\n'"])
def test_too_large_a_file_takes_little_memory(text: str) -> None:
    """100,000 indicators or lists end in a diagnostic, below 200 MB for the whole process."""
    # Not `ru_maxrss`: Linux hands the peak of the process that started this one down in it.
    code = (
        "from pathlib import Path; from perfscheme.reading.load import checks; "
        f"code = checks(''.join({text} for i in range(100_000))[:1_000_000])[0].code; "
        "status = Path('/proc/self/status').read_text().split(); "
        "print(code, int(status[status.index('VmHWM:') + 1]) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    found, peak = done.stdout.split()
    assert (found, int(peak) < 200) == ("PS007", True)


@pytest.mark.skipif(not HAS_LIBYAML, reason="PyYAML was built without libyaml")
def test_deep_nesting_does_not_crash_libyaml() -> None:
    """Its own loader dies of 100,000 brackets, and takes the process with it."""
    code = "from perfscheme.reading.events import read; print(read('[' * 100_000 + chr(10))[1][0].code)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "PS006")


@given(DOCUMENTS)
def test_values_are_those_of_yaml_itself(text: str) -> None:
    """The tree says what PyYAML's own loader says."""
    root, problems = read(text)

    def base(node: Node) -> object:
        if node.kind == "list":
            return [base(item) for item in node.items]
        if node.kind == "mapping":
            return {key.text: base(value) for key, value in node.pairs}
        return node.text

    if root is not None and not problems:
        assert base(root) == yaml.load(text, Loader=yaml.BaseLoader)


@given(st.text(max_size=60))
def test_any_text_is_read_or_told(text: str) -> None:
    """A tree, or what is wrong, whichever parser reads it."""
    for ending in ("", "\n"):
        root, problems = read(text + ending)
        assert root is not None or problems


def test_a_name_that_no_anchor_gives_is_told_once() -> None:
    """With all of its places; another name is another mistake."""
    root, problems = read("a: *x\nb: *y\nc: *x\nd: *x\n")
    assert root is not None
    assert [(found.facts["name"], len(found.spans)) for found in problems] == [("x", 2), ("y", 0)]


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("r:\n  a:\n    x: 1\n    y: 2\n    x: 3\n    y: 4\n", {"a": "", "…": "PS075"}),
        ("r:\n    x: 1\n    y: 2\n  b:\n    x: 3\n", {"…": "PS074", "b": ""}),
    ],
)
def test_what_has_no_head_stands_under_dots(text: str, torn: dict[str, str]) -> None:
    """Where its keys came again, and where it did not line up; nothing else is told of it here."""
    root, problems = read(text)
    assert root is not None
    assert problems == []
    (_, inner), *_ = root.pairs
    assert {key.text: value.torn for key, value in inner.pairs} == torn
    assert [value.start.line for _, value in inner.pairs] == [
        int(text[: text.index("x: " + n)].count("\n")) for n in "13"
    ]


def test_an_item_without_its_dash() -> None:
    """It is an item of its own."""
    root, problems = read("r:\n    x: 1\n    y: 2\n  - x: 3\n    y: 4\n    x: 5\n    y: 6\n")
    assert root is not None
    assert problems == []
    assert [item.torn for item in root.pairs[0][1].items] == ["PS074", "", "PS075"]


def test_a_mapping_for_a_key_is_not_parted() -> None:
    """Its keys are told as they are."""
    _, problems = read("? a: 1\n  b: 2\n  a: 3\n  b: 4\n: c\n")
    assert [found.code for found in problems] == ["PS023", "PS023", "PS022"]
