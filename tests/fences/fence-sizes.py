#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes: files, functions, parameters, files in a room, and classes: all files that share one
private struct."""
import os
import re

import fence

MAX_LINES = {'.c': 600, '.h': 150, '.ui': 300}
MAX_FUNCTION = 60
MAX_PARAMETERS = 7
MAX_PAIRS = 18
MAX_CLASS_LINES = 1500
MAX_MEMBERS = 30

STRUCT = re.compile(r'^struct _(Kring\w+)\n\{\n(.*?)^\}', re.M | re.S)


def blank_out(text):
    """@text with comments, strings and preprocessor lines emptied, line for line."""
    def blank(match):
        return re.sub(r'[^\n]', ' ', match.group())
    text = re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*', blank, text,
                  flags=re.S)
    return re.sub(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', blank, text, flags=re.M)


def check_functions(path, text):
    lines = text.split('\n')
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith('{'):
            start = number
        elif line.startswith('}') and start is not None:
            is_table = lines[start - 2].rstrip().endswith('=')
            if number - start + 1 > MAX_FUNCTION and not is_table and ';' not in lines[start - 2]:
                yield f'{path}:{start}: a function of {number - start + 1} lines'
            start = None


def count_parameters(arguments):
    depth = 0
    count = 1
    for letter in arguments:
        depth += (letter in '([{') - (letter in ')]}')
        count += letter == ',' and depth == 0
    return count


def split_outer_parentheses(head):
    """The insides of the parentheses of @head that stand in no others."""
    depth = 0
    start = 0
    for place, letter in enumerate(head):
        if letter == '(':
            depth += 1
            start = place + 1 if depth == 1 else start
        elif letter == ')':
            depth -= 1
            if depth == 0:
                yield head[start:place]


def check_parameters(path, text):
    """Looks at everything outside braces, up to a `;` or `{`: definitions and prototypes."""
    depth = 0
    head = ''
    line = 1
    for letter in text:
        line += letter == '\n'
        if depth == 0 and letter in ';{':
            if '=' not in head:
                for inside in split_outer_parentheses(head):
                    count = count_parameters(inside)
                    if count > MAX_PARAMETERS and not re.match(r'\s*[A-Z_0-9]+\s*,', inside):
                        yield f'{path}:{line}: {count} parameters'
            head = ''
        elif depth == 0:
            head += letter
        depth += (letter == '{') - (letter == '}')
        if letter == '}' and depth == 0:
            head = ''


def count_members(body):
    """Declarators in the body of a struct; one inside another counts by what is in it."""
    body = re.sub(r'\([^()]*\)|\[[^\]]*\]', '', re.sub(r'\([^()]*\)', '', body))
    return sum(1 + part.count(',') for part in re.split(r'[;{}]', body) if part.strip())


def check_classes(texts):
    """@texts: path and text of every source file, comments blanked, includes kept."""
    for path, text in texts.items():
        for name, body in STRUCT.findall(text):
            stem = re.sub(r'(-private)?\.[ch]$', '', path)
            header = f'#include "{path.removeprefix("src/")}"'
            files = {path, stem + '.c', stem + '.h'} & set(texts)
            if path.endswith('-private.h'):
                files |= {other for other, text in texts.items() if header in text}
            lines = sum(texts[file].count('\n') for file in files)
            members = count_members(body)
            if lines > MAX_CLASS_LINES:
                yield f'{name}: {lines} lines in {len(files)} files, at most {MAX_CLASS_LINES}'
            if members > MAX_MEMBERS:
                yield f'{name}: {members} members, at most {MAX_MEMBERS}'


def check(top):
    complaints = []
    pairs = {}
    sources = {}
    for path in fence.files(top, '.c', '.h', '.ui', under=('src', 'tests')):
        text = fence.read(top, path)
        stem, ending = os.path.splitext(path)
        lines = text.count('\n')
        if lines > MAX_LINES[ending]:
            complaints.append(f'{path}: {lines} lines, at most {MAX_LINES[ending]}')
        if ending == '.ui':
            continue
        if path.startswith('src/'):
            sources[path] = re.sub(r'/\*.*?\*/', lambda match: '\n' * match.group().count('\n'), text,
                                   flags=re.S)
        text = blank_out(text)
        complaints += check_functions(path, text)
        complaints += check_parameters(path, text)
        if path.startswith('src/'):
            pairs.setdefault(os.path.dirname(path), set()).add(stem.removesuffix('-private'))
    complaints += [f'{room}: {len(stems)} pairs of files, at most {MAX_PAIRS}'
                   for room, stems in pairs.items() if len(stems) > MAX_PAIRS]
    complaints += check_classes(sources)
    return complaints


def function(lines, head='void\nf (void)'):
    return head + '\n{\n' + '  g ();\n' * (lines - 2) + '}\n'


def members(count):
    """A struct of @count members, in all the ways that C has for writing them."""
    return ('struct _KringA\n{\n  int a, b; /* of, b */\n' + '  void (*f) (int, int);\n' * (count - 2)
            + '};\n')


if __name__ == '__main__':
    many = ', '.join(f'int a{number}' for number in range(8))
    fence.run(check, [
        ('a long .c file', {'src/map/model/a.c': '\n' * 601}),
        ('a long .h file', {'src/map/model/a.h': '\n' * 151}),
        ('a long .ui file', {'src/gtk/app/a.ui': '\n' * 301}),
        ('a long function', {'src/map/model/a.c': function(61)}),
        ('a long function in a test', {'tests/map/model/a.c': function(61)}),
        ('many parameters', {'src/map/model/a.c': function(3, f'void\nf ({many})')}),
        ('many parameters in a prototype', {'src/map/model/a.h': f'int a;\nvoid f ({many});\n'}),
        ('a class with many members', {'src/map/model/a.c': members(31)}),
        ('a class in many files', {
            'src/map/model/a-private.h': members(2),
            **{f'src/map/model/a-{letter}.c': '#include "map/model/a-private.h"\n' + '\n' * 500
               for letter in 'bcd'}}),
        ('a full room', {f'src/map/model/a{number}.c': '' for number in range(19)}),
    ], [
        ('just small enough', {
            'src/map/model/a.c': '\n' * 600, 'src/map/model/b.h': '\n' * 150, 'src/map/model/c.c': function(60),
            'src/map/model/d.h': 'void f (int a, int b, int c, int d, int e, int g, int (*h) (int, '
                            'int));\n'}),
        ('a class with few members', {'src/map/model/a.c': members(30)}),
        ('a long table', {'src/map/model/a.c': function(90, 'static const int table[] =')}),
    ])
