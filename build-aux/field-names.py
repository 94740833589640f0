#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write an identifier for the name of every field of the schema, as a C header.

Usage: field-names.py OUTPUT kring-schema-tables.c

With these a slip in the name of a field does not compile, where a string would find nothing and say
so to nobody.
"""
import re
import sys

ROW = re.compile(r'\b(?:TEXT|LONG|BOOL|DATE|AGE|NUMBER|POINT|CHOICE|REFS?)\s*\(\s*"([a-z_]+)"')


def read_names(table):
    names = sorted(set(ROW.findall(table)))
    if not names:
        sys.exit('field-names.py: no field was found')
    return names


def write_header(names):
    yield '/* Made by build-aux/field-names.py from kring-schema-tables.c. */\n#pragma once\n\n'
    for name in names:
        yield f'#define KRING_F_{name.upper()} "{name}"\n'


def main():
    output, source = sys.argv[1:]
    with open(source, encoding='utf-8') as stream:
        names = read_names(stream.read())
    with open(output, 'w', encoding='utf-8') as stream:
        stream.writelines(write_header(names))


if __name__ == '__main__':
    main()
