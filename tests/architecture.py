"""The rules between the modules of a package, found in its source alone."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

_CORE = frozenset({"networkx", "numpy"})
_OUTSIDE: Mapping[str, frozenset[str] | None] = {
    "core": _CORE,
    "files": frozenset({"yaml", "pydantic", "pydantic_core", "babel", "icalendar"}),
    "store": frozenset({"sqlalchemy", "alembic"}),
    "charts": frozenset({"matplotlib", "numpy"}),
    "report": frozenset(),
    "gui": None,  # everything
}
_INSIDE: Mapping[str, frozenset[str]] = {
    "core": frozenset({"core"}),
    "files": frozenset({"core", "files"}),
    "store": frozenset({"core", "store"}),
    "charts": frozenset({"core", "charts"}),
    "report": frozenset({"core", "charts", "report"}),
    "gui": frozenset({"core", "files", "store", "charts", "report", "gui"}),
}
# What stands beside the packages composes them; these are imported by nothing but one another.
_TOPS = frozenset({"app", "cli", "terminal", "commands", "__main__"})
_MAX_LINES = 400
_VAGUE = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc)(_|$)")
_SAYS = frozenset({"tr", "ntr", "message"})
_TRANSLATOR = "planner.files.texts"
_SQL = frozenset({"text", "exec_driver_sql", "execute"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One module: its dotted name, what it holds, and whether it is a package."""

    name: str
    source: str
    is_package: bool = False

    @property
    def layer(self) -> str:
        """The first name under the top package, empty for the top package itself."""
        return [*self.name.split("."), ""][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One imported module, wherever the import stands."""

    module: str
    line: int


def modules_in(folder: Path) -> list[Module]:
    """Return every module of the package in a folder."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        parts = [folder.name, *path.relative_to(folder).with_suffix("").parts]
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        found.append(Module(name=name, source=path.read_text("utf-8"), is_package=is_package))
    return found


def imports_of(module: Module, known: frozenset[str]) -> Iterator[Import]:
    """Yield every import; `from a import b` is one of `a.b` where that is a module."""
    for node in ast.walk(ast.parse(module.source)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield Import(module=name.name, line=node.lineno)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                inside = module.name.split(".")
                up = node.level - module.is_package
                base = ".".join([*inside[: len(inside) - up], *filter(None, [base])])
            for name in node.names:
                within = f"{base}.{name.name}"
                yield Import(module=within if within in known else base, line=node.lineno)


def wrong_arrows(modules: Sequence[Module]) -> list[str]:
    """Return the imports that the table of layers forbids."""
    top = modules[0].name.split(".")[0]
    known = frozenset(module.name for module in modules)
    wrong = []
    for module in modules:
        for found in imports_of(module, known):
            reason = _reason_against(module, found.module.split("."), top)
            if reason:
                wrong.append(f"{module.name}:{found.line} imports {found.module}: {reason}")
    return wrong


def _reason_against(module: Module, target: Sequence[str], top: str) -> str:
    layer = module.layer
    if target[0] != top:
        if target[0] == "PySide6" and layer not in ("gui", "app"):
            return "only gui imports PySide6"
        allowed = _OUTSIDE.get(layer)
        if allowed is None or target[0] in allowed or target[0] in sys.stdlib_module_names:
            return ""
        return f"{layer} may not"
    to_layer = target[1] if len(target) > 1 else ""
    if to_layer in _TOPS:
        return "" if layer in _TOPS else "nothing imports what composes"
    allowed = _INSIDE.get(layer)
    if not to_layer or (allowed is None and layer) or (allowed and to_layer in allowed):
        return ""
    return f"{layer or 'the package'} may not"


def circles(modules: Sequence[Module]) -> list[str]:
    """Return the circles of imports, each as the names along it."""
    known = frozenset(module.name for module in modules)
    graph = nx.DiGraph()
    for module in modules:
        for found in imports_of(module, known):
            if found.module in known and found.module != module.name:
                graph.add_edge(module.name, found.module)
    return [
        " → ".join(sorted(part))
        for part in nx.strongly_connected_components(graph)
        if len(part) > 1
    ]


def folder_circles(modules: Sequence[Module]) -> list[str]:
    """Return the circles between the neighbours in a folder, a folder among them taken as one."""
    known = frozenset(module.name for module in modules)
    graphs: dict[str, nx.DiGraph] = {}
    for module in modules:
        start = module.name.split(".")
        for found in imports_of(module, known):
            end = found.module.split(".")
            if found.module not in known:
                continue
            for depth, (here, there) in enumerate(zip(start, end, strict=False)):
                if here != there:
                    folder = ".".join(start[:depth])
                    graphs.setdefault(folder, nx.DiGraph()).add_edge(here, there)
                    break
    return [
        f"{folder}: " + " → ".join(sorted(part))
        for folder, graph in sorted(graphs.items())
        for part in nx.strongly_connected_components(graph)
        if len(part) > 1
    ]


def talking_folders(modules: Sequence[Module]) -> list[str]:
    """Return the folders whose `__init__` holds more than the sentence that says what they are."""
    return [
        module.name
        for module in modules
        if module.is_package
        and "." in module.name
        and [type(node) for node in ast.parse(module.source).body] != [ast.Expr]
    ]


def long_modules(modules: Sequence[Module]) -> list[str]:
    """Return the modules that are too long."""
    return [
        f"{module.name}: {lines} lines"
        for module in modules
        if (lines := len(module.source.splitlines())) > _MAX_LINES
    ]


def vague_modules(modules: Sequence[Module]) -> list[str]:
    """Return the modules whose name says nothing."""
    return [module.name for module in modules if _VAGUE.search(module.name.split(".")[-1])]


def banned_code(modules: Sequence[Module]) -> list[str]:
    """Return lines that are wrong in this project, each with its reason."""
    found = []
    for module in modules:
        for node in ast.walk(ast.parse(module.source)):
            if reason := _banned(node, module):
                line = getattr(node, "lineno", 0)
                found.append(f"{module.name}:{line} {reason}")
    return found


def _banned(node: ast.AST, module: Module) -> str:
    layer = module.layer
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = {name.name for name in node.names}
        whole = {*names, getattr(node, "module", None) or ""}
        if any(name.split(".")[-1] == "pyplot" for name in whole):
            return "pyplot keeps global state: make a Figure"
        if layer == "gui" and "QtSql" in {part for name in whole for part in name.split(".")}:
            return "QtSql brings a second SQLite library into the process"
    if isinstance(node, ast.Global):
        return "global state"
    if not isinstance(node, ast.Call):
        return ""
    name = _called(node.func)
    first = node.args[0] if node.args else None
    if module.name == _TRANSLATOR:
        return ""
    if name in _SAYS and first is not None and not _is_literal(first):
        return f"{name}() needs a literal: nothing else is found for translation"
    if name == "ntr" and len(node.args) > 1 and not _is_literal(node.args[1]):
        return "ntr() needs two literals"
    if layer == "store" and name in _SQL and _is_formatting(first):
        return "SQL is never put together from strings"
    if name == "QLabel" and first is not None and _is_data(first):
        return "QLabel(data) reads data as rich text: set PlainText first, then the text"
    return ""


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_formatting(node: ast.expr | None) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Mod | ast.Add)
    if isinstance(node, ast.Call):
        return _called(node.func) == "format"
    if not isinstance(node, ast.JoinedStr):
        return False
    # A PRAGMA takes no bound parameters.
    return not (
        _is_literal(node.values[0]) and ast.unparse(node.values[0])[1:].startswith("PRAGMA ")
    )


def _is_data(node: ast.expr) -> bool:
    """Tell whether a first argument may hold a text that is not our own wording."""
    if isinstance(node, ast.Call):
        return _called(node.func) not in {"tr", "ntr"}
    if isinstance(node, ast.Name):
        return node.id not in {"self", "parent"}
    return not _is_literal(node)
