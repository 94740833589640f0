#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps read by another program: strictly as JSON, and against the JSON Schema."""
import json
import pathlib
import re
import sys

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA, CASES, EXAMPLES, DOC = (pathlib.Path(argument) for argument in sys.argv[1:])
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


def named_in_doc(text):
    """Of each list in the table of fields, what it may say."""
    every, named = set(), {}
    for who, what in re.findall(r'^\| (.*) \| (.*) \|$', text, re.MULTILINE):
        fields = set(re.findall(r'`(\w+)`', re.sub(r'\([^)]*\)', '', what)))
        if who.startswith('every item'):
            every = fields
        for key in re.findall(r'`(\w+)`', who):
            named.setdefault(key, set()).update(fields)
    return {key: fields | every for key, fields in named.items()}


def fields_of(schema, key):
    kind = schema['properties'][key]
    reference = kind.get('items', kind)['$ref'].rsplit('/', 1)[1]
    return set(schema['$defs'][reference]['properties']) - {'id', 'by', 'stamps'}


# What a schema can see; what it cannot is left to Kring.
REFUSED = (
    'age-words', 'bad-id', 'case-list', 'deceased-text', 'kring-text', 'kring-zero', 'list',
    'member-twice', 'name-null', 'name-number', 'newer-major', 'no-case', 'no-id', 'other-json',
    'person-text', 'persons-object', 'position-far', 'position-short', 'position-text',
    'position-word', 'seen-negative', 'sex-unknown-choice', 'stamp', 'tie-without-end',
    'unknown-field', 'unknown-kind',
)

schema = load(SCHEMA)
good = [path for path in (*sorted((CASES / 'old').glob('*.kring')),
                         *sorted((CASES / 'kept').glob('*.kring')),
                         *sorted(EXAMPLES.glob('*.kring')))]
trees = {path.name: load(path) for path in good}
report(len(good) >= 2, 'read as JSON')
named = named_in_doc(DOC.read_text('utf-8').split('## Fields')[1].split('## What')[0])
for key in sorted(schema['properties'].keys() - {'kring', 'minor', 'removed', 'seen'}):
    report(named.get(key) == fields_of(schema, key), f'described: {key}')
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
