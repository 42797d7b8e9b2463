"""Every statement that the sources spell out, read by PostgreSQL's own parser.

What both engines take and mean alike is judged in Swift (Tests/PortableSQL), for every statement that is run. Here is the
other half of the question: that what passes there is PostgreSQL's language at all.
"""

import re
from pathlib import Path

import pytest
from pglast import parse_sql
from pglast.parser import ParseError

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ["Sources/SQL", "Sources/Daemon", "services/identity/Storage", "services/mailbox/Storage", "services/audit/Storage"]
LITERAL = re.compile(r'"""\n(.*?)"""|"((?:[^"\\\n]|\\.)*)"', re.S)
INTERPOLATION = re.compile(r"\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
BEGINNING = re.compile(r"\s*(--.*\n\s*)*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|WITH)\b")


def in_postgresql(sql):
    """As the connection of that engine would spell it: the one place where a statement is translated."""
    numbers = iter(range(1, 1000))
    sql = re.sub(r"'[^']*'|\?", lambda found: f"${next(numbers)}" if found[0] == "?" else found[0], sql)
    sql = re.sub(r"\)\s*STRICT\b", ")", sql)
    for ours, theirs in {"INTEGER": "bigint", "BLOB": "bytea", "TEXT": 'text COLLATE "C"'}.items():
        sql = re.sub(rf"\b{ours}\b", theirs, sql)
    return sql


def literals(path):
    """With a word where something is put in at run time; a continued line is one line."""
    for found in LITERAL.finditer(path.read_text()):
        text = (found[1] or found[2] or "").replace("\\\n", " ")
        if BEGINNING.match(text):
            yield INTERPOLATION.sub("interpolated", text)


def spelled_out():
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.swift")):
            for number, text in enumerate(literals(path), 1):
                yield pytest.param(text, id=f"{path.relative_to(ROOT)}:{number}")
        for path in sorted((ROOT / folder).rglob("*.sql")):
            yield pytest.param(path.read_text(), id=str(path.relative_to(ROOT)))


STATEMENTS = list(spelled_out())


@pytest.mark.parametrize("sql", STATEMENTS)
def test_postgresql_reads_it(sql):
    # The direction of an order is put in at run time too, where no name may stand.
    assert parse_sql(in_postgresql(re.sub(r"(ORDER BY \w+) interpolated", r"\1 DESC", sql)))


def test_every_store_is_searched():
    found = {param.id.rsplit(":", 1)[0] for param in STATEMENTS}
    for folder in FOLDERS:
        assert any(name.startswith(folder + "/") for name in found), f"no statement was found in {folder}"
    assert len(found) > 20


@pytest.mark.parametrize(
    "sql",
    ["INSERT OR REPLACE INTO a VALUES (?)", "SELECT `id` FROM a", "SELECT id FROM a WHERE b == 1 GLOB 'x'", "PRAGMA x",
     "CREATE TABLE a (id)", "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT", "SELECT id FROM a LIMIT 1, 2"],
)
def test_what_only_sqlite_takes_is_refused(sql):
    with pytest.raises(ParseError):
        parse_sql(in_postgresql(sql))
