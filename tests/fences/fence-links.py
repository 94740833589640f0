#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each room hands to the linker: the dependencies its meson.build names, and the symbols its
built library still needs, both against the table of rooms in src/README.md."""
import os
import re
import subprocess
import sys

import fence
import rooms

LIBRARY_OF = {
    'glib_dep': 'glib', 'gobject_dep': 'glib', 'gio_dep': 'glib', 'gio_unix_dep': 'glib',
    'm_dep': 'glib', 'json_dep': 'json-glib', 'cairo_dep': 'cairo',
    'cairo_pdf_dep': 'cairo', 'cairo_svg_dep': 'cairo', 'cairo_png_dep': 'cairo',
    'pangocairo_dep': 'pangocairo', 'pangoft2_dep': 'pangocairo', 'pango_dep': 'pangocairo',
    'fontconfig_dep': 'fontconfig', 'gtk_dep': 'gtk4', 'adwaita_dep': 'libadwaita',
    'adw_dep': 'libadwaita', 'sodium_dep': 'libsodium',
}
SYMBOLS = (
    (re.compile(r'(gtk|gdk|gsk|graphene)_'), 'gtk4'),
    (re.compile(r'adw_'), 'libadwaita'),
    (re.compile(r'pango_'), 'pangocairo'),
    (re.compile(r'cairo_'), 'cairo'),
    (re.compile(r'Fc[A-Z]'), 'fontconfig'),
    (re.compile(r'json_'), 'json-glib'),
    (re.compile(r'crypto_|sodium_'), 'libsodium'),
)


def check_meson(top, table):
    complaints = []
    for name, room in table.items():
        path = f'src/{room.path}/meson.build'
        if not os.path.exists(os.path.join(top, path)):
            continue
        for token in sorted(set(re.findall(r'\b\w+_dep\b', fence.read(top, path)))):
            other = token.removesuffix('_dep')
            library = LIBRARY_OF.get(token)
            if other == name or other in room.rooms or library in room.libraries:
                continue
            complaints.append(f'{path}: {token}: room {name} may not link it')
    return complaints


def read_symbols(archive, kind):
    output = subprocess.run(['nm', '--format=posix', kind, archive], capture_output=True,
                            text=True, check=True).stdout
    return {line.split()[0] for line in output.splitlines() if line and not line.endswith(':')}


def check_archives(build, table):
    archives = {}
    for name, room in table.items():
        path = os.path.join(build, 'src', room.path, f'libkring-{name}.a')
        if os.path.exists(path):
            archives[name] = path
    owner = {symbol: name for name, path in archives.items()
             for symbol in read_symbols(path, '--defined-only')
             if symbol.startswith('kring_')}
    complaints = []
    for name, path in archives.items():
        room = table[name]
        for symbol in sorted(read_symbols(path, '--undefined-only')):
            other = owner.get(symbol, name)
            if other != name and other not in room.rooms:
                complaints.append(f'{name}: {symbol} of room {other}')
            for pattern, library in SYMBOLS:
                if pattern.match(symbol) and library not in room.libraries:
                    complaints.append(f'{name}: {symbol} of {library}')
    return complaints


BUILD = sys.argv[1] if len(sys.argv) > 1 else None


def check(top):
    table = rooms.read_table(top)
    complaints = check_meson(top, table)
    build = BUILD if top == fence.root() else os.path.join(top, 'build')
    if build:
        complaints += check_archives(build, table)
    return complaints


def build_planted(code):
    """A check on a tree in which room edit is compiled from @code."""
    def planted(top):
        for path, text in (('map/model', 'void kring_model_x (void) {}'),
                           ('picture/scene', 'void kring_scene_x (void) {}'), ('map/edit', code)):
            folder = os.path.join(top, 'build/src', path)
            name = os.path.basename(path)
            os.makedirs(folder)
            fence.write(folder, 'x.c', text)
            subprocess.run(['cc', '-w', '-c', 'x.c', '-o', 'x.o'], cwd=folder, check=True)
            subprocess.run(['ar', 'rc', f'libkring-{name}.a', 'x.o'], cwd=folder, check=True)
        return check(top)
    return planted


TABLE = """| wing | room | in one line | may include | may link |
| --- | --- | --- | --- | --- |
| `map` | `model` | what is known | – | |
| | `edit` | how it changes | model | |
| `picture` | `scene` | what is seen | model | |
"""
HEAD = 'edit_lib = static_library(edit_sources, dependencies: '


def main():
    by_code = {
        'a symbol of a room sideways': 'void e (void) { kring_scene_x (); }',
        'a symbol of cairo': 'void e (void) { cairo_paint (0); }',
        'a symbol of GTK': 'void e (void) { gtk_init (); }',
    }

    def fence_of(top):
        for name, code in by_code.items():
            if os.path.exists(os.path.join(top, name)):
                return build_planted(code)(top)
        if os.path.exists(os.path.join(top, 'a symbol of model')):
            return build_planted('void e (void) { kring_model_x (); g_free (0); }')(top)
        return check(top)

    base = {'src/README.md': TABLE}
    fence.run(fence_of, [
        ('a room sideways', {**base, 'src/map/edit/meson.build': HEAD + '[model_dep, scene_dep])'}),
        ('a library outside the row', {**base, 'src/map/edit/meson.build': HEAD + 'cairo_dep)'}),
        ('an unknown library', {**base, 'src/map/edit/meson.build': HEAD + 'curl_dep)'}),
        *[(name, {**base, name: ''}) for name in by_code],
    ], [
        ('what the table allows', {**base, 'src/map/edit/meson.build': HEAD + '[model_dep, gio_dep])'}),
        ('a symbol of model', {**base, 'a symbol of model': ''}),
    ])


if __name__ == '__main__':
    main()
