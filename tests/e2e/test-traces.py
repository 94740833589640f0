#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Kring leaves behind on the machine it runs on: words that are on the map may stand in the
files that somebody chose and in recovery copies, and nowhere else."""
import os
import shutil
import tempfile
import time

import driver

NAMES = ['Kanariegeel', 'Mosgroen', 'Vermiljoen']
TITLE = 'Ultramarijn'
WORDS = NAMES + [TITLE]


def holds(path, word):
    with open(path, 'rb') as stream:
        text = stream.read()
    return any(word.encode(code) in text for code in ('utf-8', 'utf-16-le'))


def find_traces(folder, allowed):
    """Files below @folder that hold a word or are called after one."""
    found = []
    for top, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(top, name)
            if os.path.islink(path) or not os.path.isfile(path) or path in allowed:
                continue
            found += [f'{path}: {word}' for word in WORDS if word in name or holds(path, word)]
    return found


def list_copies(folder):
    top = f'{folder}/data/kring/recovery'
    return [f'{top}/{name}' for name in os.listdir(top)] if os.path.isdir(top) else []


def write_map(path):
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write('{"kring": 1, "minor": 0, "case": {"title": "' + TITLE + '"}}\n')


def type_names(kring):
    kring.key('ctrl+l')
    for name in NAMES:
        kring.type(f'{name}, v 16')
        kring.key('Return')
    kring.key('ctrl+l')


def use_everything(kring):
    """Whatever might leave something: list, search, copying, export, saving under another name."""
    type_names(kring)
    kring.key('ctrl+a', 'ctrl+c')
    kring.key('ctrl+2', 'ctrl+1', 'ctrl+f')
    kring.type(NAMES[0])
    kring.key('Escape')
    kring.save(lambda contents: len(contents.get('persons', [])) == len(NAMES), 'a saved map')


def choose_place(kring, path):
    """In the dialog that chooses a file, which has the keyboard."""
    kring.key('ctrl+a')
    kring.type(path)
    kring.key('Return')
    driver.wait_for(lambda: os.path.exists(path), 'the file')


def check(number, name, traces):
    print(f'{"not ok" if traces else "ok"} {number} {name}')
    for trace in traces:
        print(f'# {trace}')


def main():
    home = tempfile.mkdtemp(prefix='kring-traces-')
    os.mkdir(f'{home}/tmp')
    driver.environment(home)
    os.environ['TMPDIR'] = f'{home}/tmp'
    path, other = f'{home}/kaart.kring', f'{home}/elders.kring'
    write_map(path)
    print('1..5')
    kring = driver.Kring(driver.PROGRAM, path)
    try:
        use_everything(kring)
        kring.follow(lambda: kring.key('ctrl+shift+s'), 'the choice of a place')
        choose_place(kring, other)
        kring.return_to_map()
        check(1, 'nothing while it runs', find_traces(home, [path, other] + list_copies(home)))
        recent = f'{home}/data/recently-used.xbel'
        listed = os.path.exists(recent) and holds(recent, 'kring')
        check(2, 'not in the list of the desktop', [recent] if listed else [])
        kring.path = other
        type_names(kring)
        time.sleep(4)
        copies = [copy for copy in list_copies(home) if holds(copy, NAMES[0])]
        check(3, 'a copy of what is not saved, for nobody else',
              [] if copies and all(os.stat(copy).st_mode & 0o077 == 0 for copy in copies)
              else ['no copy, or one that others may read'])
        kring.kill()
        check(4, 'nothing after a kill', find_traces(home, [path, other] + list_copies(home)))
        # The words are found where they may be: the search can see.
        check(5, 'what may hold the words does',
              [] if len(find_traces(home, [])) > len(WORDS) else ['nothing was found at all'])
    finally:
        kring.kill()
        shutil.rmtree(home)


main()
