"""What each room of the code may hold, by its syntax trees: handlers/ shows, award/ reads."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from storage import tables

ROOT = Path(__file__).parent.parent
HANDLERS = "handlers"
# The list of all journeys: they register themselves as they are imported.
# 21 MB of cryptography, for a bot with a public address alone.
ISSUER = "award/certificates/issuer.py"
JOURNEYS = Path("handlers/__init__.py")

# All that handlers do with a session is to say that what was done is safe, or undone.
OF_SESSION = {"commit", "rollback"}
OF_SQLALCHEMY = {"AsyncSession", "DBAPIError"}
OF_STORAGE = {"storage.tables", "storage.week_number"}
ROWS = {
    name
    for name, each in vars(tables).items()
    if isinstance(each, type) and issubclass(each, tables.Table)
}

Breach = Callable[[ast.AST], Iterator[tuple[int, str]]]


def _found(breach: Breach, *rooms: str) -> list[str]:
    """Where the modules of these rooms do what they may not, as `path:line: what`."""
    return [
        f"{path.relative_to(ROOT)}:{line}: {what}"
        for room in rooms
        for path in sorted((ROOT / room).rglob("*.py"))
        for line, what in breach(ast.parse(path.read_text()))
    ]


def _imported(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    """Line, module and name (empty for a whole module) of every import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, node.module or "", each.name) for each in node.names)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, each.name, "") for each in node.names)


# --- handlers/ holds no query


def _makes_queries(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for line, module, name in _imported(tree):
        room = module.partition(".")[0]
        if room == "sqlalchemy" and name not in OF_SQLALCHEMY:
            yield line, f"imports {name or module} of sqlalchemy"
        elif room == "storage" and module not in OF_STORAGE:
            yield line, f"imports {module}"


def _asks_the_session(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = node.func.value
            name = of.attr if isinstance(of, ast.Attribute) else getattr(of, "id", "")
            if name == "session" and node.func.attr not in OF_SESSION:
                yield node.lineno, f"session.{node.func.attr}(…)"


def _hands_on_a_table(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """A table's class is there for annotations, and to make up a row for a preview."""
    meant = {
        id(each) for node in ast.walk(tree) for part in _naming(node) for each in ast.walk(part)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in ROWS and id(node) not in meant:
            yield node.lineno, f"hands on {node.id}"


def _naming(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.arg(annotation=ast.AST() as named) | ast.AnnAssign(annotation=named):
            yield named
        case ast.FunctionDef(returns=ast.AST() as named):
            yield named
        case ast.AsyncFunctionDef(returns=ast.AST() as named):
            yield named
        case ast.Call(func=ast.Name() as named):
            yield named


def test_handlers_make_no_query() -> None:
    assert not _found(_makes_queries, HANDLERS)


def test_handlers_read_no_table() -> None:
    assert not _found(_asks_the_session, HANDLERS)
    assert not _found(_hands_on_a_table, HANDLERS)


# --- what people sent is opened behind the wall


DECODERS = {"av", "cv2", "imagehash", "pillow_heif", "evidence.safe_open", "evidence.videos"}
OPENS = {"Image.open", "PIL.Image.open"}


def _opens_pictures(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for line, module, name in _imported(tree):
        if DECODERS & {module, module.partition(".")[0], f"{module}.{name}"}:
            yield line, f"imports {name or module}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in OPENS:
            yield node.lineno, "opens a picture"


def test_the_bot_s_process_opens_no_picture() -> None:
    """A worker does, in evidence/: scheduler/evidence/worker.py."""
    assert not _found(_opens_pictures, "award", "bot", HANDLERS, "locales", "scheduler", "storage")


# --- imports stand at the top, and take what is public


def _imports_in_passing(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (
                (line, f"imports {module} in a function") for line, module, _ in _imported(node)
            )


def _takes_what_is_private(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for line, module, name in _imported(tree):
        if name.startswith("_") and name != "__version__":
            yield line, f"imports {name} of {module}"


def test_imports_stand_at_the_top() -> None:
    found = _found(_imports_in_passing, "award", HANDLERS)
    assert not [each for each in found if not each.startswith((f"{JOURNEYS}:", f"{ISSUER}:"))]


def test_what_is_private_stays_in_its_module() -> None:
    assert not _found(_takes_what_is_private, "award", HANDLERS)
