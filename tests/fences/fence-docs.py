#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments of functions: what they name is there, and what is there they name.

A comment that begins with two stars and the name of a function stands right above it. What it calls
@something is a parameter. If it explains any parameter, it names all but those that nothing can be
said of: the object itself, `error`, `data`, how many there are of another, and what is called as its
type is (KringMap *map). A function that returns something says what, and whose a pointer is then.
"""
import re

import fence

COMMENT = re.compile(r'^/\*\*\n(.*?)^ \*/\n', re.M | re.S)
NAME = re.compile(r' \* (\w+):(?: \(constructor\)| \(skip\))*\s*$', re.M)
FUNCTION = re.compile(r'(?P<type>[\w \*]+?)\s*\b(?P<name>kring_\w+) \((?P<parameters>[^{;]*)\)\s*'
                      r'(?P<rest>[^;{]*)[;{]')
EXPLAINED = re.compile(r'^ \* @(\w+|\.\.\.):', re.M)
MENTIONED = re.compile(r'@(\w+)')
RETURNS = re.compile(r'^ \* Returns:(.*?)(?=^ \*\n|\Z)', re.M | re.S)
TOLD = {'self', 'error', 'data', 'user_data', 'n'}


def is_called_as_type(name, declared):
    kind = re.search(r'(\w+)[ *]*$', declared)
    words = re.sub(r'(?<=[a-z])(?=[A-Z])', '_', kind.group(1) if kind else '').lower()
    return words.endswith(name) or words == f'{name}_t'


def split_parameters(text):
    """The names of the parameters, with whether nothing can be said of them; those of functions that
    are parameters stay inside."""
    names, depth, one = {}, 0, ''
    for letter in text + ',':
        depth += (letter == '(') - (letter == ')')
        if letter != ',' or depth:
            one += letter
            continue
        pointer = re.search(r'\(\*\s*(\w+)\)', one)
        name = pointer or re.search(r'(\w+)\s*(?:\[\w*\])?\s*$', one)
        if name and one.strip() != 'void':
            names[name.group(1)] = (name.group(1) in TOLD or name.group(1).startswith('n_')
                                    or is_called_as_type(name.group(1), one[:name.start()]))
        one = ''
    return names


def check_parameters(comment, parameters):
    mentioned = set(MENTIONED.findall(comment))
    for name in sorted(mentioned - set(parameters) - {'self'}):
        yield f'@{name} is no parameter'
    if EXPLAINED.search(comment):
        for name, is_plain in parameters.items():
            if name not in mentioned and not is_plain:
                yield f'@{name} is not named'


def check_returns(comment, returned):
    said = RETURNS.search(comment)
    kind = re.sub(r'\b(static|inline|[A-Z][A-Z_]+)\b', '', returned).strip()
    if kind == 'void':
        if said:
            yield 'returns nothing'
    elif not said:
        yield 'does not say what it returns'
    elif kind.endswith('*') and not kind.startswith('const') and '(transfer' not in said.group(1):
        yield 'does not say whose that is which it returns'


def check_file(text):
    """(line, complaint) of every comment that is wrong."""
    for comment in COMMENT.finditer(text):
        name = NAME.match(comment.group(1))
        function = FUNCTION.match(text, comment.end())
        line = text.count('\n', 0, comment.start()) + 1
        if not name or not name.group(1).startswith('kring_'):
            continue
        if not function or function.group('name') != name.group(1):
            yield line, f'{name.group(1)}: stands above something else'
            continue
        for complaint in [*check_parameters(comment.group(1),
                                            split_parameters(function.group('parameters'))),
                          *check_returns(comment.group(1), function.group('type'))]:
            yield line, f'{name.group(1)}: {complaint}'


def docs(top):
    return [f'{path}:{line}: {complaint}' for path in fence.files(top, '.c', '.h', under=('src',))
            for line, complaint in check_file(fence.read(top, path))]


def plant(comment, function):
    lines = ''.join(f' * {line}\n' if line else ' *\n' for line in comment)
    return {'src/map/base/kring-x.c': f'/**\n * kring_x_get:\n{lines} */\n{function}\n'}


PLANTED = [
    ('a parameter that is not there', plant(['@n: how many'], 'void\nkring_x_get (X *self)\n{')),
    ('one in the text', plant(['', 'Takes @n.'], 'void\nkring_x_get (X *self, int m)\n{')),
    ('one of two', plant(['@n: how many'], 'void\nkring_x_get (X *self, int n, int m)\n{')),
    ('another function', plant([], 'void\nkring_x_set (X *self)\n{')),
    ('no word of what is returned', plant(['@n: it'], 'int\nkring_x_get (X *self, int n)\n{')),
    ('something of nothing', plant(['Returns: it'], 'void\nkring_x_get (X *self)\n{')),
    ('nobody owns it', plant(['Returns: it'], 'char *\nkring_x_get (X *self)\n{')),
]
ALLOWED = [
    ('all is named', plant(['@n: it', '', 'Up to @m.', '', 'Returns: (transfer full): both'],
                           'char *\nkring_x_get (X *self,\n             int n,\n'
                           '             int m,\n             GError **error)\n{')),
    ('nothing to be explained', plant(['', 'Looks.'], 'void\nkring_x_get (X *self, int n)\n{')),
    ('a function as parameter', plant(['@func: (scope call): asked'],
                                      'void\nkring_x_get (X *self, int (*func) (int a, int b))\n{')),
]

if __name__ == '__main__':
    fence.run(docs, PLANTED, ALLOWED)
