#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every #include of src against the table of rooms in src/README.md."""
import os
import re

import fence
import rooms

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')

# Headers of libraries, by the name that the table uses.
LIBRARIES = (
    (re.compile(r'(gtk|gdk|gsk|graphene|gdk-pixbuf)\b'), 'gtk4'),
    (re.compile(r'adwaita\.h$'), 'libadwaita'),
    (re.compile(r'cairo'), 'cairo'),
    (re.compile(r'pango'), 'pangocairo'),
    (re.compile(r'(fontconfig/|ft2build|freetype)'), 'fontconfig'),
    (re.compile(r'json-glib/'), 'json-glib'),
    (re.compile(r'sodium'), 'libsodium'),
    (re.compile(r'(glib|gio|gobject|gmodule)\b'), 'glib'),
)
SYSTEM = {
    'errno.h', 'fcntl.h', 'float.h', 'inttypes.h', 'limits.h', 'locale.h', 'math.h', 'signal.h',
    'stdarg.h', 'stdbool.h', 'stddef.h', 'stdint.h', 'stdio.h', 'stdlib.h', 'string.h',
    'sys/file.h', 'sys/mman.h', 'sys/random.h', 'sys/resource.h', 'sys/stat.h', 'sys/statvfs.h',
    'sys/time.h', 'sys/types.h', 'sys/xattr.h', 'time.h', 'unistd.h',
}


def check_system(room, header):
    for pattern, library in LIBRARIES:
        if pattern.match(header):
            if library in room.libraries:
                return None
            return f'room {room.name} may not use {library}'
    return None if header in SYSTEM else 'a header that no row of the fence knows'


def check_own(table, room, top, header):
    other = header.split('/')[0]
    if '/' not in header or header.startswith('.'):
        return 'includes are written from src/'
    if not os.path.exists(os.path.join(top, 'src', header)):
        return 'there is no such file under src/' if other in table else 'not a room'
    if other != room.name and other not in room.rooms:
        return f'room {room.name} may not include {other}'
    return None


def check(top):
    table = rooms.read_table(top)
    complaints = []
    for path in fence.files(top, '.c', '.h', under=('src',)):
        parts = path.split('/')
        if len(parts) != 3 or parts[1] not in table:
            complaints.append(f'{path}: not in a room of the table')
            continue
        room = table[parts[1]]
        for number, line in enumerate(fence.read(top, path).splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, header = match.groups()
            wrong = (check_system(room, header) if quote == '<'
                     else check_own(table, room, top, header))
            if wrong:
                complaints.append(f'{path}:{number}: {header}: {wrong}')
    for name, room in table.items():
        if not os.path.isdir(os.path.join(top, 'src', name)):
            complaints.append(f'src/README.md: there is no room {name}')
        for other in room.rooms:
            if list(table).index(other) >= list(table).index(name):
                complaints.append(f'src/README.md: {name} includes upwards: {other}')
    return complaints


TABLE = """| room | in one line | may include | may link |
| --- | --- | --- | --- |
| `core` | what is known | – | |
| `edit` | how it changes | core | |
| `scene` | what is seen | core | |
| `ui` | the front | core, edit, scene | gtk4, libadwaita |
"""
TREE = {
    'src/README.md': TABLE,
    'src/core/a.h': '#include <glib.h>\n#include <sys/stat.h>\n',
    'src/edit/b.h': '#include "core/a.h"\n',
    'src/scene/c.h': '#include "core/a.h"\n',
    'src/ui/d.c': '#include "edit/b.h"\n#include <gtk/gtk.h>\n#include <adwaita.h>\n',
}


def tree(**changes):
    return {**TREE, **{path.replace('__', '/').replace('_dot_', '.'): text
                       for path, text in changes.items()}}


if __name__ == '__main__':
    fence.run(check, [
        ('upwards', tree(src__core__x_dot_c='#include "edit/b.h"\n')),
        ('sideways', tree(src__edit__x_dot_c='#include "scene/c.h"\n')),
        ('GTK outside the window', tree(src__edit__x_dot_c='#include <gtk/gtk.h>\n')),
        ('Adwaita outside the window', tree(src__core__x_dot_h='# include <adwaita.h>\n')),
        ('cairo outside the painter', tree(src__scene__x_dot_c='#include <cairo.h>\n')),
        ('cairo with a folder', tree(src__scene__x_dot_c='#include <cairo/cairo.h>\n')),
        ('JSON outside storage', tree(src__edit__x_dot_c='#include <json-glib/json-glib.h>\n')),
        ('an unknown library', tree(src__core__x_dot_c='#include <curl/curl.h>\n')),
        ('by a relative path', tree(src__core__x_dot_c='#include "a.h"\n')),
        ('through the parent folder', tree(src__edit__x_dot_c='#include "../core/a.h"\n')),
        ('a room without a row', tree(src__utils__x_dot_c='#include <glib.h>\n')),
        ('a row without a room', {**TREE, 'src/README.md': TABLE + '| `far` | x | core | |\n'}),
        ('a row that looks upwards', {**TREE, 'src/README.md': TABLE.replace('–', 'ui')}),
    ], [('what the table allows', TREE)])
