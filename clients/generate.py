"""Write the typed client anew from the API's description: `python -m clients.generate`.

Its shapes are TypedDicts, its operations methods; how they speak with the server is `svod_client/line.py`.
"""

import keyword
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "python" / "svod_client"
PLAIN = {"integer": "int", "number": "float", "boolean": "bool", "string": "str", "null": "None"}
SET_BY_LINE = {"Accept-Language", "If-None-Match"}
Shape = Mapping[str, Any]


def description() -> Shape:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    from svod.api.v1.api import api

    return api.get_openapi_schema()


def written(found: Shape) -> dict[str, str]:
    """The text of each module by its name, as ruff lays it out."""
    return {name: laid_out(text) for name, text in (("models.py", models(found)), ("operations.py", operations(found)))}


def models(found: Shape) -> str:
    shapes = found["components"]["schemas"]
    classes = (_class(name, shapes[name]) for name in sorted(shapes) if name != "Problem")
    head = '"""The shapes of the API. Written by `make client`."""\n\n'
    head += "from __future__ import annotations\n\nfrom typing import Any, Literal, NotRequired, TypedDict"
    return "\n\n\n".join([head, *classes]) + "\n"


def operations(found: Shape) -> str:
    methods = [
        _method(place, how, told) for place, all_of in sorted(found["paths"].items()) for how, told in all_of.items()
    ]
    names = sorted(_named(name) for name in found["components"]["schemas"] if name != "Problem")
    code = re.sub(r'""".*?"""', "", "\n".join(methods))
    used = [name for name in names if re.search(rf"\b{name}\b", code)]
    head = '"""The operations of the API. Written by `make client`."""\n\nfrom typing import Any, Literal\n\n'
    head += "from svod_client.line import File, Line\n"
    head += f"from svod_client.models import {', '.join(used)}\n"
    return head + '\n\nclass Svod(Line):\n    """All that a token may do."""\n\n' + "\n\n".join(methods) + "\n"


def _class(name: str, shape: Shape) -> str:
    lines = [f"class {_named(name)}(TypedDict):"]
    if shape.get("description"):
        lines += [f'    """{_words(shape["description"])}"""', ""]
    required = set(shape.get("required", ()))
    for field, told in shape.get("properties", {}).items():
        kind = _type(told)
        lines.append(f"    {field}: {kind if field in required else f'NotRequired[{kind}]'}")
    return "\n".join(lines if len(lines) > 1 else [*lines, "    pass"])


def _method(place: str, how: str, told: Shape) -> str:
    path = [one["name"] for one in told["parameters"] if one["in"] == "path"]
    query = [one for one in told["parameters"] if one["in"] == "query"]
    headers = [one for one in told["parameters"] if one["in"] == "header" and one["name"] not in SET_BY_LINE]
    bodies = told.get("requestBody", {}).get("content", {})
    given = [f"{name}: {_type(_parameter(told, name))}" for name in path]
    sent = []
    if "application/json" in bodies:
        kind = _type(bodies["application/json"]["schema"])
        given.append(f"told: {kind if told['requestBody']['required'] else _optional(kind)}")
        sent.append("body=told")
    named = [_named_argument(one) for one in query]
    if query:
        sent.append(f"query={_mapping(one['name'] for one in query)}")
    if form := bodies.get("multipart/form-data"):
        fields, required = form["schema"]["properties"], form["schema"].get("required", ())
        named += [_form_argument(name, shape, name in required) for name, shape in fields.items()]
        sent.append(f"form={_mapping(fields)}")
    if "application/octet-stream" in bodies:
        given.append("content: bytes")
        sent.append("content=content")
    named += [_named_argument(one) for one in headers]
    if headers:
        sent.append(f"headers={_mapping(one['name'] for one in headers)}")
    return _definition(place, how, told, [*given, *(("*", *sorted(named, key=_has_default)) if named else ())], sent)


def _definition(place: str, how: str, told: Shape, given: list[str], sent: list[str]) -> str:
    kind, speaks = _answer(told)
    words = f'        """{_words(told["description"])}"""\n' if told.get("description") else ""
    address = f"f{place!r}" if "{" in place else repr(place)
    lines = f"    def {told['operationId']}({', '.join(['self', *given])}) -> {kind}:\n{words}"
    call = f"self.{speaks}({how.upper()!r}, {', '.join([address, *sent])})"
    if speaks == "_json" and kind != "Any":
        return f"{lines}        answer: {kind} = {call}\n        return answer"
    return f"{lines}        return {call}"


def _answer(told: Shape) -> tuple[str, str]:
    """The type of what comes back, and how it is asked for."""
    good = next(answer for status, answer in told["responses"].items() if status.startswith("2"))
    schema = good.get("content", {}).get("application/json", {}).get("schema")
    return (_type(schema), "_json") if schema is not None else ("bytes", "_file")


def _named_argument(one: Shape) -> str:
    kind = "int | str" if one["name"] == "If-Match" else _type(one["schema"])
    return f"{_argument(one['name'])}: {kind if one['required'] else _optional(kind)}"


def _optional(kind: str) -> str:
    return f"{kind.removesuffix(' | None')} | None = None"


def _form_argument(name: str, shape: Shape, required: bool) -> str:
    kind = _type(shape)
    return f"{_argument(name)}: {kind if required else _optional(kind)}"


def _mapping(names: Iterable[str]) -> str:
    """{"If-Match": if_match}"""
    return f"{{{', '.join(f'{name!r}: {_argument(name)}' for name in names)}}}"


def _has_default(argument: str) -> bool:
    return " = " in argument


def _type(shape: Shape) -> str:
    if "$ref" in shape:
        return _named(shape["$ref"].rpartition("/")[2])
    if "anyOf" in shape:
        return " | ".join(dict.fromkeys(_type(one) for one in shape["anyOf"]))
    if "enum" in shape:
        return f"Literal[{', '.join(map(repr, shape['enum']))}]"
    if "const" in shape:
        return f"Literal[{shape['const']!r}]"
    kind = shape.get("type")
    if kind == "array":
        return f"list[{_type(shape['items'])}]"
    if kind == "object":
        inner = shape.get("additionalProperties")
        return f"dict[str, {_type(inner) if isinstance(inner, Mapping) and inner else 'Any'}]"
    if kind == "string" and shape.get("format") == "binary":
        return "File"
    return PLAIN.get(kind or "", "Any")


def _parameter(told: Shape, name: str) -> Shape:
    found: Shape = next(one["schema"] for one in told["parameters"] if one["name"] == name)
    return found


def _named(name: str) -> str:
    """ "Page_ActivityOut_" is a page of activities: PageOfActivityOut."""
    whole, _, inner = name.partition("_")
    return f"{whole}Of{inner.rstrip('_')}" if inner else whole


def _argument(name: str) -> str:
    return _safe(name.lower().replace("-", "_"))


def _safe(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def _words(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace('"""', "'''")


def laid_out(text: str) -> str:
    options = ("--line-length", "120", "--target-version", "py311", "--stdin-filename", "client.py")
    run = [sys.executable, "-m", "ruff", "format", *options, "-"]
    done = subprocess.run(run, input=text, capture_output=True, text=True, check=True)  # noqa: S603 # our own text
    return done.stdout


def outdated(found: Shape) -> Iterator[str]:
    """The modules that the description would write otherwise."""
    for name, text in written(found).items():
        if not (FOLDER / name).exists() or (FOLDER / name).read_text(encoding="utf-8") != text:
            yield name


def main() -> None:
    for name, text in written(description()).items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
