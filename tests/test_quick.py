"""What C answers itself (tools/quick.h) it answers as Python does."""

import importlib.util
import math
import re
import shutil
import subprocess
import sysconfig
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, strategies as st

ROOT = Path(__file__).parents[1]
FLAGS = ("-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-Wno-unused-function")
# Each macro of the header, as what is compiled uses it.
ASKED = r"""
#include "quick.h"

static PyObject *contains(PyObject *self, PyObject *const *of, Py_ssize_t n)
{
    const int found = PySet_Contains(of[0], of[1]);
    return found < 0 ? NULL : PyBool_FromLong(found);
}

static PyObject *method(PyObject *self, PyObject *const *of, Py_ssize_t n)
{
    PyObject *name = of[n - 1];
    Py_INCREF(name);
    PyUnicode_InternInPlace(&name);
    PyObject *answer = PyObject_VectorcallMethod(name, of, (n - 1) | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
    Py_DECREF(name);
    return answer;
}

static PyObject *append(PyObject *self, PyObject *const *of, Py_ssize_t n)
{
    return PyList_Append(of[0], of[1]) < 0 ? NULL : Py_NewRef(of[0]);
}

static PyObject *tailmatch(PyObject *self, PyObject *const *of, Py_ssize_t n)
{
    const Py_ssize_t end = PyUnicode_GET_LENGTH(of[0]);
    return PyBool_FromLong(PyUnicode_Tailmatch(of[0], of[1], 0, end, of[2] == Py_True ? 1 : -1));
}

static PyObject *substring(PyObject *self, PyObject *const *of, Py_ssize_t n)
{
    return PyUnicode_Substring(of[0], PyLong_AsSsize_t(of[1]), PyLong_AsSsize_t(of[2]));
}

static PyMethodDef methods[] = {
    {"contains", (PyCFunction)(void (*)(void))contains, METH_FASTCALL, NULL},
    {"method", (PyCFunction)(void (*)(void))method, METH_FASTCALL, NULL},
    {"append", (PyCFunction)(void (*)(void))append, METH_FASTCALL, NULL},
    {"tailmatch", (PyCFunction)(void (*)(void))tailmatch, METH_FASTCALL, NULL},
    {"substring", (PyCFunction)(void (*)(void))substring, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "asked", NULL, -1, methods};

PyMODINIT_FUNC PyInit_asked(void)
{
    return PyModule_Create(&module);
}
"""

# Few letters of several scripts, so that words meet again; some are equal and not the same object.
words = st.text("абAя́ш1 𝔸ә", max_size=4).map(lambda word: "".join(list(word)))
keys = words | st.integers(-2, 2) | st.tuples(words)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    compiler = shutil.which("cc")
    headers = sysconfig.get_path("include")
    if compiler is None or not Path(headers, "Python.h").is_file():
        pytest.skip("no C compiler, or no headers of Python (python3-dev)")
    folder = tmp_path_factory.mktemp("asked")
    (folder / "asked.c").write_text(ASKED, encoding="utf-8")
    library = folder / "asked.so"
    command = [compiler, *FLAGS, f"-I{headers}", f"-I{ROOT / 'tools'}", str(folder / "asked.c"), "-o", str(library)]
    if sysconfig.get_config_var("WITH_DYLD"):
        command.append("-Wl,-undefined,dynamic_lookup")
    subprocess.run(command, check=True)
    spec = importlib.util.spec_from_file_location("asked", library)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@given(st.sets(keys, max_size=40), keys, st.lists(keys, max_size=5))
def test_a_set_holds_the_same(asked: ModuleType, held: set[object], key: object, gone: list[object]) -> None:
    held.difference_update(gone)
    assert asked.contains(held, key) is (key in held)
    assert asked.contains(frozenset(held), key) is (key in held)
    assert all(asked.contains(held, one) for one in held)


@given(st.sets(keys, max_size=20), st.lists(keys, max_size=20), st.lists(keys, max_size=5))
def test_sets_have_the_same_in_common(
    asked: ModuleType, one: set[object], other: list[object], gone: list[object]
) -> None:
    one.difference_update(gone)
    for beside in (other, tuple(other), set(other), frozenset(other), dict.fromkeys(other), one):
        assert asked.method(one, beside, "isdisjoint") is one.isdisjoint(beside)
        assert asked.method(frozenset(one), beside, "isdisjoint") is one.isdisjoint(beside)


@given(st.sets(words, max_size=6), words)
def test_a_set_of_signs_and_a_text(asked: ModuleType, signs: set[str], text: str) -> None:
    assert asked.method(signs, text, "isdisjoint") is signs.isdisjoint(text)


def test_what_cannot_be_a_key_is_an_error(asked: ModuleType) -> None:
    with pytest.raises(TypeError):
        asked.contains({"а"}, [])
    with pytest.raises(TypeError):
        asked.method({"а"}, [[]], "isdisjoint")


@given(st.lists(keys, max_size=40))
def test_a_list_grows(asked: ModuleType, items: list[object]) -> None:
    made: list[object] = []
    for item in items:
        assert asked.append(made, item) is made
    assert made == items


@given(words, words)
def test_a_text_begins_and_ends_the_same(asked: ModuleType, text: str, part: str) -> None:
    for one in (text, part + text, text + part):
        assert asked.tailmatch(one, part, False) is one.startswith(part)
        assert asked.tailmatch(one, part, True) is one.endswith(part)


@given(words, st.integers(0, 5), st.integers(0, 5))
def test_a_part_of_a_text(asked: ModuleType, text: str, start: int, end: int) -> None:
    assert asked.substring(text, start, end) == text[start:end]


@given(words, words, st.integers(-3, 9) | st.sampled_from([10**30, -(10**30)]))
def test_a_text_stands_at_a_place(asked: ModuleType, text: str, part: str, start: int) -> None:
    for one in (text, text + part, text + part + text):
        assert asked.method(one, part, start, "startswith") is one.startswith(part, start)
        assert asked.method(one, (part, "ш"), start, "startswith") is one.startswith((part, "ш"), start)


@given(st.text(max_size=2) | words)
def test_what_a_letter_is(asked: ModuleType, text: str) -> None:
    for name in ("isalpha", "isupper", "islower", "upper"):
        assert asked.method(text, name) == getattr(text, name)()


class Own(str):
    """Has a `lower` of its own, and may be given others."""

    def lower(self) -> str:
        return "own"


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("split", ("а б",)),
        ("split", ("а, б", ", ")),
        ("lower", ("А",)),
        ("lower", (Own("А"),)),
        ("index", ([1, 2], 2)),
        ("get", ({"а": 1}, "а")),
        ("union", (frozenset("а"), "б")),
        ("isoformat", (date(2025, 11, 25),)),
        ("fullmatch", (re.compile("а"), "б")),
        ("mro", (int,)),
        ("sqrt", (math, 4)),
    ],
)
def test_other_methods_are_pythons(asked: ModuleType, name: str, of: tuple[Any, ...]) -> None:
    for _ in range(3):  # looked up, then known
        assert asked.method(*of, name) == getattr(of[0], name)(*of[1:])


def test_an_instance_may_have_a_method_of_its_own(asked: ModuleType) -> None:
    one = Own("А")
    assert asked.method(one, "lower") == "own"
    one.lower = lambda: "another"  # type: ignore[method-assign]
    assert asked.method(one, "lower") == "another"


def test_what_python_refuses_is_refused(asked: ModuleType) -> None:
    with pytest.raises(TypeError):
        asked.method("а", None, 0, "startswith")
    with pytest.raises(AttributeError):
        asked.method("а", "isnothing")
