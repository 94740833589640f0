#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What text may and may not hold: licence lines, loose ends, paths of one machine, words that do not
belong on a map about people, and one name for static functions of two files."""
import os
import re

import fence

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
LOOSE_ENDS = re.compile(r'\b(' + '|'.join(('TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'))
                        + r')\b')
MACHINE = re.compile(r'(?<![\w.~-])/(home|root|work|farm|mnt|Users)/\w|(?<![\w.])\.\./shared\b')
FORBIDDEN = re.compile(
    r'\b(dader\w*|lover\s?-?boy\w*|prostitu\w+|risicoscore\w*|verdacht(e|en|es)?|onjuist\w*'
    r'|perpetrator\w*|risk score\w*)\b', re.IGNORECASE)
STATIC = re.compile(r'^static [^=;{}()]*\n(\w+) \(', re.M)
SOURCES = ('.c', '.h', '.py', '.sh')
BINARY = ('.png', '.otf', '.ttf', '.gz', '.pdf', '.mo', '.ico')
PROSE = ('.md', '.txt', '.json', '.kring', '.in', '.xml', '.ui', '.desktop', '.1')


def check_licence(path, text):
    lines = text.split('\n')
    if not path.endswith(SOURCES) and not text.startswith('#!'):
        return
    place = 1 if lines[0].startswith('#!') else 0
    if len(lines) <= place or LICENCE not in lines[place]:
        yield f'{path}: the first line must name the licence'


def check_words(path, text):
    if path == 'po/nl.po':
        for match in re.finditer(r'^msgstr(?:\[\d\])?((?:\s*"(?:\\.|[^"\\])*")+)', text, re.M):
            header = text[:match.start()].endswith('msgid ""\n')
            if not header and (FORBIDDEN.search(match.group(1)) or '!' in match.group(1)):
                line = text.count('\n', 0, match.start()) + 1
                yield f'{path}:{line}: {" ".join(match.group(1).split())}'
    elif path.startswith('data/') and path.endswith(PROSE) or path in ('README.md',):
        for number, line in enumerate(text.split('\n'), 1):
            match = FORBIDDEN.search(line)
            if match:
                yield f'{path}:{number}: “{match.group()}”'


def check_handlers(path, text, top):
    """A form that names a function which its widget does not bind stays empty, and only when it is
    opened."""
    if not path.endswith('.ui'):
        return
    folder = os.path.dirname(path)
    sources = [fence.read(top, f'{folder}/{name}') for name in os.listdir(os.path.join(top, folder))
               if name.endswith('.c')]
    bound = {name for source in sources
             for name in re.findall(r'bind_template_callback(?:_full)? \(\w+, "?(\w+)', source)}
    for name in sorted(set(re.findall(r'(?:handler|function)="(\w+)"', text)) - bound):
        yield f'{path}: no function {name} is bound in {folder}'


def check_interning(path, text):
    """GLib never lets go of what it interned: an id is borrowed from its map, or kept for a time."""
    if path.endswith(('.c', '.h')):
        for match in re.finditer(r'\bg_intern_(static_)?string\b', text):
            line = text.count('\n', 0, match.start()) + 1
            yield f'{path}:{line}: kring_map_get_id () or kring_id_intern () instead'


def collect_names(path, text, homes):
    """Notes in @homes where each static function of the program stands: a name in a stack of calls
    tells its file only if it is of one file."""
    if path.startswith('src/') and path.endswith('.c'):
        for name in STATIC.findall(text):
            homes.setdefault(name, set()).add(path)


def check(top):
    complaints = []
    homes = {}
    for path in fence.files(top):
        if path.endswith(BINARY) or path == 'COPYING':
            continue
        text = fence.read(top, path)
        complaints += check_licence(path, text)
        complaints += check_words(path, text)
        complaints += check_handlers(path, text, top)
        complaints += check_interning(path, text)
        collect_names(path, text, homes)
        for number, line in enumerate(text.split('\n'), 1):
            if LOOSE_ENDS.search(line):
                complaints.append(f'{path}:{number}: a loose end')
            if MACHINE.search(line):
                complaints.append(f'{path}:{number}: a path of one machine')
    complaints += [f'{name}: a static function of {" and ".join(sorted(paths))}'
                   for name, paths in sorted(homes.items()) if len(paths) > 1]
    return complaints


if __name__ == '__main__':
    head = f'/* {LICENCE} */\n'
    po = 'msgid "perpetrator"\nmsgstr "%s"\n'
    form = '<template class="A"><signal name="clicked" handler="a_clicked_cb"/></template>\n'
    update = head + 'static void\nupdate (void)\n{\n}\n'
    bind = head + 'gtk_widget_class_bind_template_callback (klass, a_clicked_cb);\n'
    fence.run(check, [
        ('a form whose function has another name', {
            'src/gtk/app/a.ui': form, 'src/gtk/app/a.c': bind.replace('a_clicked', 'clicked')}),
        ('two functions of one name', {
            'src/map/model/a.c': update, 'src/gtk/app/b.c': update}),
        ('an id for ever', {
            'src/map/model/a.c': head + 'const char *id = g_intern_' + 'string ("a");\n'}),
        ('no licence', {'src/map/model/a.c': '#include <glib.h>\n'}),
        ('a script without a licence', {'build-aux/x': '#!/bin/sh\nset -e\n'}),
        ('a loose end', {'src/map/model/a.c': head + '/* TO' + 'DO: later */\n'}),
        ('a path of one machine', {'README.md': 'see /home' + '/someone/kring\n'}),
        ('a forbidden word in Dutch', {'po/nl.po': po % 'de vermoedelijke dader'}),
        ('a forbidden word on a second line', {'po/nl.po': po % '"\n"een loverboy'}),
        ('an exclamation mark in Dutch', {'po/nl.po': po % 'Klaar!'}),
        ('a forbidden word in an example', {'data/examples/a.kring': '"role": "Verdachte"\n'}),
    ], [('clean text', {
        'src/map/model/b.c': update + update.replace('\n{\n}', ';'),
        'src/gtk/app/b.c': update.replace('update', 'update_rows'),
        'src/map/model/a.c': head + '/* see /usr/share/common-licenses */\n',
        'src/gtk/app/a.ui': form,
        'src/gtk/app/a.c': bind,
        'build-aux/x': f'#!/bin/sh\n# {LICENCE}\n',
        'po/nl.po': po % 'in beeld als mogelijke uitbuiter',
        'data/examples/a.kring': '"role": "in beeld als mogelijke uitbuiter"\n'})])
