"""Tables: CSV and TSV by the standard library, Parquet through pandas, one article a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Hashable, Iterator
from io import BytesIO, StringIO
from typing import Any

from compare.errors import InputError
from compare.read.decode import decode
from compare.read.record import Draft, from_record
from compare.types import Skip

END = "end of the table"
SEPARATOR = re.compile(r"\s*\"?sep=([,;\t|])\"?[^\S\n]*\r?\n", re.IGNORECASE)  # as spreadsheets begin a table
SUFFIXES = (".csv", ".tsv", ".parquet")


def articles(content: bytes, path: str) -> Iterator[Draft]:
    """One article a row; a row is shown as ``PATH#ROW``, rows counted from 1 without the heading."""
    try:
        rows = _parquet(content) if content[:4] == b"PAR1" or path.lower().endswith(".parquet") else _separated(content)
    except InputError as error:
        yield Skip("read", path, str(error))
        return
    if not rows:
        yield Skip("read", path, "empty: no rows")
    elif "text" not in rows[0]:
        yield Skip("read", path, f"no column 'text'; columns are {', '.join(map(str, rows[0]))[:120]}")
    else:
        for number, row in enumerate(rows, start=1):
            if row.pop(None, None):
                yield Skip("read", f"{path}#{number}", "more cells than columns: quote the text of this row")
                continue
            yield from from_record({str(name): value for name, value in row.items()}, f"{path}#{number}")


def _separated(content: bytes) -> list[dict[Hashable, Any]]:
    """Rows of a comma-, semicolon- or tab-separated table. Raises ``InputError`` when it is none.

    Cells beyond the last column belong to it where that is the text: somebody forgot to quote it. Elsewhere they stand
    under ``None``, as `csv.DictReader` has them.
    """
    text = decode(content, keep_line_ends=True)
    told = SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    heading = text.lstrip().split("\n", 1)[0]
    separator = told[1] if told else max(",;\t", key=heading.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    first, *rows = _rows_of(text, separator) or [[]]
    names = [name.strip().lower() for name in first]
    found: list[dict[Hashable, Any]] = []
    for cells in rows:
        while len(cells) > len(names) and not cells[-1].strip():  # as spreadsheets pad a row
            cells = cells[:-1]
        if len(cells) > len(names) and names[-1] == "text":
            cells = [*cells[: len(names) - 1], separator.join(cells[len(names) - 1 :])]
        row: dict[Hashable, Any] = dict(zip(names, [*cells, *[""] * len(names)], strict=False))
        found.append(row | ({None: cells[len(names) :]} if len(cells) > len(names) else {}))
    return found


def _rows_of(text: str, separator: str) -> list[list[str]]:
    """Cells row by row; a quote inside a cell does no harm. Raises ``InputError`` for one that never closes."""
    guarded = f"{text.rstrip()}\n{END}"  # a quote that never closes takes this row in
    for strict in (True, False):
        try:
            rows = [row for row in csv.reader(StringIO(guarded, newline=""), delimiter=separator, strict=strict) if row]
        except csv.Error as error:
            if not strict or "end of data" in str(error):
                raise InputError(f"not a table that can be read: {_short(error)}") from error
            continue
        if rows[-1] == [END]:
            return rows[:-1]
    raise InputError("not a table that can be read: a quote in it never closes")


def _parquet(content: bytes) -> list[dict[Hashable, Any]]:
    """Rows of a Parquet table. Raises ``InputError`` when it is none or pandas has no engine for it."""
    import pandas

    try:
        return _rows(pandas.read_parquet(BytesIO(content)))
    except ImportError as error:
        raise InputError("Parquet needs the package pyarrow: pip install pyarrow") from error
    except Exception as error:  # engines raise their own kinds
        raise InputError(f"not a Parquet table that can be read: {_short(error)}") from error


def _rows(table: Any) -> list[dict[Hashable, Any]]:
    """Rows as dictionaries, headings in lower case without blanks around them, None where nothing is given."""
    table.columns = [str(name).strip().lower() for name in table.columns]
    whole = table.convert_dtypes()  # numbers that pandas made broken for an empty cell's sake are whole again
    return list(whole.astype(object).where(whole.notna(), None).to_dict("records"))


def _short(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]
