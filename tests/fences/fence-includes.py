#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every #include of src against the table of rooms in src/README.md."""
import os
import re

import fence
import rooms

MAX_WINGS = 8

# Headers that the build makes.
MADE = {'map/model/kring-field-names.h'}

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


def check_own(places, room, top, header):
    other = places.get(os.path.dirname(header))
    if '/' not in header or header.startswith('.'):
        return 'includes are written from src/'
    if other is None:
        return 'not a room'
    if header not in MADE and not os.path.exists(os.path.join(top, 'src', header)):
        return 'there is no such file under src/'
    if other is not room and other.name not in room.rooms:
        return f'room {room.name} may not include {other.name}'
    return None


def check_rows(top, table):
    wings = []
    for name, room in table.items():
        if not os.path.isdir(os.path.join(top, 'src', room.path)):
            yield f'src/README.md: there is no room {room.path}'
        for other in room.rooms:
            if other not in table:
                yield f'src/README.md: {name} includes {other}, which is no room before it'
            elif list(table).index(other) >= list(table).index(name):
                yield f'src/README.md: {name} includes upwards: {other}'
        if room.wing not in wings:
            wings.append(room.wing)
        elif room.wing != wings[-1]:
            yield f'src/README.md: wing {room.wing} stands twice'
    if len(wings) > MAX_WINGS:
        yield f'src/README.md: {len(wings)} wings, at most {MAX_WINGS}'


def check(top):
    table = rooms.read_table(top)
    places = rooms.by_path(table)
    complaints = list(check_rows(top, table))
    for path in fence.files(top, '.c', '.h', under=('src',)):
        room = places.get(os.path.dirname(path).removeprefix('src/'))
        if room is None:
            complaints.append(f'{path}: not in a room of the table')
            continue
        for number, line in enumerate(fence.read(top, path).splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, header = match.groups()
            wrong = (check_system(room, header) if quote == '<'
                     else check_own(places, room, top, header))
            if wrong:
                complaints.append(f'{path}:{number}: {header}: {wrong}')
    return complaints


TABLE = """| wing | room | in one line | may include | may link |
| --- | --- | --- | --- | --- |
| `map` | `model` | what is known | – | |
| | `edit` | how it changes | model | |
| `picture` | `scene` | what is seen | model | |
| `cli` | `cli` | without a window | map, picture | |
| `gtk` | `app` | the front | map, scene | gtk4, libadwaita |
"""
TREE = {
    'src/README.md': TABLE,
    'src/map/model/a.h': '#include <glib.h>\n#include <sys/stat.h>\n',
    'src/map/edit/b.h': '#include "map/model/a.h"\n',
    'src/picture/scene/c.h': '#include "map/model/a.h"\n',
    'src/cli/e.c': '#include "map/edit/b.h"\n#include "picture/scene/c.h"\n',
    'src/gtk/app/d.c': '#include "map/edit/b.h"\n#include <gtk/gtk.h>\n#include <adwaita.h>\n',
}
MODEL = 'src/map/model/x.c'
EDIT = 'src/map/edit/x.c'
SCENE = 'src/picture/scene/x.c'


def with_rows(rows):
    """A tree whose table has @rows more, each a room that is there."""
    table = TABLE + ''.join(f'| `{wing}` | `{name}` | x | – | |\n' for wing, name in rows)
    return {**TREE, 'src/README.md': table,
            **{f'src/{wing}/{name}/x.h': '' for wing, name in rows}}


if __name__ == '__main__':
    fence.run(check, [
        ('upwards', {**TREE, MODEL: '#include "map/edit/b.h"\n'}),
        ('sideways', {**TREE, EDIT: '#include "picture/scene/c.h"\n'}),
        ('another wing', {**TREE, SCENE: '#include "map/edit/b.h"\n'}),
        ('GTK outside the window', {**TREE, EDIT: '#include <gtk/gtk.h>\n'}),
        ('Adwaita outside the window', {**TREE, MODEL: '# include <adwaita.h>\n'}),
        ('cairo outside the painter', {**TREE, SCENE: '#include <cairo.h>\n'}),
        ('cairo with a folder', {**TREE, SCENE: '#include <cairo/cairo.h>\n'}),
        ('JSON outside storage', {**TREE, EDIT: '#include <json-glib/json-glib.h>\n'}),
        ('an unknown library', {**TREE, MODEL: '#include <curl/curl.h>\n'}),
        ('by a relative path', {**TREE, MODEL: '#include "a.h"\n'}),
        ('through the parent folder', {**TREE, EDIT: '#include "../model/a.h"\n'}),
        ('without the wing', {**TREE, EDIT: '#include "model/a.h"\n'}),
        ('a room without a row', {**TREE, 'src/map/utils/x.c': '#include <glib.h>\n'}),
        ('a file beside the rooms', {**TREE, 'src/map/x.c': '#include <glib.h>\n'}),
        ('a row without a room', {**TREE, 'src/README.md': TABLE + '| | `far` | x | map | |\n'}),
        ('a row that looks upwards', {**TREE, 'src/README.md': TABLE.replace('–', 'app')}),
        ('a wing that stands twice', with_rows([('map', 'late')])),
        ('nine wings', with_rows([(f'w{number}', f'r{number}') for number in range(5)])),
    ], [
        ('what the table allows', TREE),
        ('eight wings', with_rows([(f'w{number}', f'r{number}') for number in range(4)])),
    ])
