#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps read by another program: strictly as JSON, and against the JSON Schema."""
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA, CASES, EXAMPLES = (pathlib.Path(argument) for argument in sys.argv[1:])
count = 0
failed = 0


def report(good, name):
    global count, failed
    count += 1
    failed += not good
    print(f'{"ok" if good else "not ok"} {count} - {name}')


def refuse(name):
    raise ValueError(f'{name} is not JSON')


def load(path):
    return json.loads(path.read_text('utf-8'), parse_constant=refuse)


def allows(schema, tree):
    return not list(jsonschema.Draft202012Validator(schema).iter_errors(tree))


# What a schema can see; what it cannot is left to Kring.
REFUSED = (
    'age-words', 'bad-id', 'case-list', 'deceased-text', 'kring-text', 'kring-zero', 'list',
    'member-twice', 'name-null', 'name-number', 'newer-major', 'no-case', 'no-id', 'other-json',
    'person-text', 'persons-object', 'position-far', 'position-short', 'position-text',
    'position-word', 'seen-negative', 'sex-unknown-choice', 'stamp', 'tie-without-end',
    'unknown-field', 'unknown-kind',
)

schema = load(SCHEMA)
good = [path for path in sorted((CASES / 'old').glob('*.kring')) + sorted(EXAMPLES.glob('*.kring'))]
trees = {path.name: load(path) for path in good}
report(len(good) >= 2, 'read as JSON')
if jsonschema is None:
    print(f'ok {count + 1} - against the schema # SKIP python3-jsonschema is not installed')
    count += 1
else:
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, tree in trees.items():
        report(allows(schema, tree), f'allowed: {name}')
    for name in REFUSED:
        report(not allows(schema, load(CASES / 'invalid' / f'{name}.kring')), f'refused: {name}')
print(f'1..{count}')
sys.exit(1 if failed else 0)
