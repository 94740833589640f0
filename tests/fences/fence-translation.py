#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in lists exactly the files with text to translate, po/nl.po translates all of what
stands in them now, and what people read in Dutch keeps to the words of the field."""
import os
import re
import subprocess
import tempfile

import fence

MARKED = {
    ('.c', '.h'): re.compile(r'(?<![\w])(_|N_|C_|NC_|Q_|ngettext|g_dngettext) ?\(\s*"'),
    ('.ui',): re.compile(r'translatable="yes"'),
    ('.desktop.in', '.metainfo.xml.in', '.xml.in'): re.compile(r''),
}
CUT = re.compile(r'(?<!\w)(_|N_|ngettext) ?\(\s*("[^"\n]*"\s*)+[A-Z]\w+')
# Words that say something else to one of both sides, or that nobody in the field says.
AVOIDED = [
    (r'[Uu]itspraken en bronnen', 'wat we weten, en van wie'), (r'[Kk]laar voor\b', 'uiterlijk'),
    (r'[Hh]un kringen\b', 'de kringen van de jongere'), (r'\b[Zz]aak\b', 'casus'),
    (r'[Oo]verleg is vandaag', 'nieuw overleg beginnen'), (r'\b[Vv]lek\b', 'omtrek'),
    (r'\b[Ll]eg weg\b|weggelegd', 'niet meer vragen'), (r'\b[Pp]laatje', 'afbeelding'),
    (r'enige schakel', 'wie verbindt de rest'), (r'\b[Rr]uim op\b', 'netjes zetten'),
    (r'(?<!\()\b[Gg]ezinsvoogd', 'jeugdbeschermer (gezinsvoogd)'), (r'\bRing\b', 'kring'),
    (r'\bbuit\b.*\buit\b', 'what was seen: it is the legal conclusion'),
    (r'deze plek herstellen', 'who mends it'), (r'\bcontroleert\b(?!,)', 'heeft controle over'),
]
DUTCH = [('po/nl.po', re.compile(r'^(?:msgstr(?:\[\d\])? )?"(.*)"$')),
         ('doc/handleiding.md', re.compile('(.*)')), ('doc/nl/kring-cli.1', re.compile('(.*)'))]
XGETTEXT = ('--from-code=UTF-8 --add-comments=Translators: --keyword=_ --keyword=N_ '
            '--keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 '
            '--keyword=g_dngettext:2,3 --keyword=Q_:1g').split()


def read_listed(top):
    lines = fence.read(top, 'po/POTFILES.in').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def find_marked(top):
    for path in fence.files(top, under=('src', 'data')):
        for endings, pattern in MARKED.items():
            if path.endswith(endings) and pattern.search(fence.read(top, path)):
                yield path


def check_list(top):
    listed = read_listed(top)
    marked = set(find_marked(top))
    complaints = [f'{path}: has text to translate, is not in po/POTFILES.in'
                  for path in sorted(marked - set(listed))]
    complaints += [f'{path}: in po/POTFILES.in, has no text to translate'
                   for path in listed if path not in marked]
    if listed != sorted(set(listed)):
        complaints.append('po/POTFILES.in: not sorted, or a line twice')
    return complaints


def call(top, *command):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C'}
    return subprocess.run(command, cwd=top, env=environment, capture_output=True, text=True)


def check_translation(top):
    if not os.path.exists(os.path.join(top, 'po/nl.po')):
        return []
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'kring.pot')
        merged = os.path.join(folder, 'nl.po')
        steps = [
            # Never -o /dev/null: msgfmt removes what it wrote to when something is wrong.
            ('msgfmt', '--check', '-o', os.path.join(folder, 'nl.mo'), 'po/nl.po'),
            ('xgettext', *XGETTEXT, '-f', 'po/POTFILES.in', '-o', pot),
            ('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, 'po/nl.po', pot),
        ]
        for step in steps:
            result = call(top, *step)
            if result.returncode:
                return [f'{step[0]}: {line}' for line in result.stderr.splitlines()]
        complaints = []
        for word, option in (('untranslated', '--untranslated'), ('fuzzy', '--only-fuzzy')):
            found = call(top, 'msgattrib', '--no-obsolete', '--no-wrap', option, merged).stdout
            complaints += [f'po/nl.po: {word}: {line}' for line in found.splitlines()
                           if line.startswith('msgid ') and line != 'msgid ""']
        return complaints


def check_whole(top):
    """A macro inside a marked string cuts off what translators get to see."""
    for path in fence.files(top, '.c', '.h', under=('src',)):
        for match in CUT.finditer(fence.read(top, path)):
            yield f'{path}: a macro inside the text {match.group()}'


def check_languages(top):
    listed = set(re.findall(r'^\w+$', fence.read(top, 'po/LINGUAS'), re.M))
    there = {os.path.basename(path)[:-3] for path in fence.files(top, '.po', under=('po',))}
    return [f'po/LINGUAS: {name}: listed without a translation, or the other way round'
            for name in sorted(listed ^ there)]


def check_words(top):
    for path, line_form in DUTCH:
        if not os.path.exists(os.path.join(top, path)):
            continue
        dutch = False
        for number, line in enumerate(fence.read(top, path).splitlines(), 1):
            dutch = dutch or not path.endswith('.po')
            if path.endswith('.po') and not line.startswith('"'):
                dutch = line.startswith('msgstr')
            found = line_form.match(line)
            for word, better in AVOIDED if found and dutch else ():
                if re.search(word, found.group(1)):
                    yield f'{path}:{number}: “{found.group(1)[:60]}”: say “{better}”'


def check(top):
    return [*check_words(top), *check_list(top), *check_whole(top), *check_languages(top),
            *check_translation(top)]


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: nl\\n"\n\n'
TREE = {
    'po/LINGUAS': 'nl\n',
    'po/POTFILES.in': 'src/gtk/app/b.ui\nsrc/map/model/a.c\n',
    'src/map/model/a.c': 'char *f (void) { return _ ("Care"); }\n',
    'src/gtk/app/b.ui': '<interface><object class="X"><property name="label" translatable="yes">Undo'
                   '</property></object></interface>\n',
    'po/nl.po': HEADER + 'msgid "Care"\nmsgstr "Zorg"\n\nmsgid "Undo"\nmsgstr "Terug"\n',
}

if __name__ == '__main__':
    fence.run(check, [
        ('a file that is not listed', {**TREE, 'src/map/model/c.c': 'x (N_ ("Police"));\n'}),
        ('a form that is not listed', {**TREE, 'src/gtk/app/c.ui': '<p translatable="yes">x</p>\n'}),
        ('a file without text', {**TREE, 'src/map/model/a.c': 'int a;\n'}),
        ('a file that is gone', {**TREE, 'po/POTFILES.in': 'src/map/model/a.c\nsrc/map/model/x.c\n'}),
        ('a macro inside a text', {**TREE, 'src/map/model/a.c': 'f (_ ("Care %" G_X " here"));\n'}),
        ('a translation that is not built', {**TREE, 'po/LINGUAS': '# none\n'}),
        ('text without Dutch', {**TREE, 'po/nl.po': HEADER + 'msgid "Care"\nmsgstr "Zorg"\n'}),
        ('empty Dutch', {**TREE, 'po/nl.po': TREE['po/nl.po'].replace('Zorg', '')}),
        ('Dutch that the field does not say', {**TREE, 'po/nl.po': TREE['po/nl.po'].replace(
            'Terug', 'Klaar voor')}),
        ('a manual that says it', {**TREE, 'doc/handleiding.md': 'Leg weg wat niet speelt.\n'}),
        ('doubtful Dutch', {**TREE, 'po/nl.po': TREE['po/nl.po'].replace(
            'msgid "Care"', '#, fuzzy\nmsgid "Care"')}),
    ], [('all listed and translated', TREE)])
