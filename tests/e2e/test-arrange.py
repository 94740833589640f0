#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Layouts of a large map with real keys: the picture so far is seen, Esc puts everything back at
once, and what was taken over goes with one undo. And the young person's view: what can be done in
it, and that nothing else can."""
import contextlib
import hashlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time

import driver

N_PERSONS = 2000
N_SMALL = 12
EMPTY = (500, 620)  # where nothing lies on the small map


def write_map(path, n):
    """Everybody on a grid, tied to somebody before them."""
    choose = random.Random(4)
    persons = [{'id': f'p{i}', 'name': f'P {i}', 'position': [i % 45 * 110, i // 45 * 110]}
               for i in range(n)]
    ties = [{'id': f't{i}', 'from': f'p{i}', 'to': f'p{choose.randrange(max(0, i - 60), i)}'}
            for i in range(1, n)]
    with open(path, 'w', encoding='utf-8') as stream:
        json.dump({'kring': 1, 'case': {'centre': ['p0']}, 'persons': persons, 'ties': ties},
                  stream)


def look(folder):
    """A digest of the middle of the screen, where only the map is."""
    path = f'{folder}/look.ppm'
    subprocess.run(['import', '-window', 'root', '-crop', '700x400+150+250', path], check=True)
    with open(path, 'rb') as stream:
        return hashlib.sha256(stream.read()).digest()


def look_when_still(folder):
    """The same, once it has not changed for a second: a busy machine draws a large map late."""
    looks = [None]

    def same():
        looks.append(look(folder))
        time.sleep(1)
        return look(folder) == looks[-1]
    driver.wait_for(same, 'a map that stands still')
    return looks[-1]


def places(contents):
    return {person['id']: person['position'] for person in contents['persons']}


@contextlib.contextmanager
def opened(program, folder, n):
    """The program with a map of so many people, the keyboard on the map, and where they stand."""
    path = f'{folder}/map-{n}.kring'
    write_map(path, n)
    kring = driver.Kring(program, path)
    try:
        kring.click(EMPTY)
        kring.key('Escape')
        yield kring, places(driver.read(path))
    finally:
        kring.kill()


def test_escape(program, folder):
    """Esc right behind the key of a layout: nothing moves, neither now nor a moment later."""
    with opened(program, folder, N_PERSONS) as (kring, before):
        still = look_when_still(folder)
        kring.key('ctrl+shift+1', 'Escape')
        assert look_when_still(folder) == still, 'not everything is where it was'
        contents = kring.save(lambda contents: True, 'a saved map')
        assert places(contents) == before, 'somebody moved'


def test_undo(program, folder):
    with opened(program, folder, N_SMALL) as (kring, before):
        kring.key('ctrl+shift+2')
        kring.save(lambda contents: places(contents) != before, 'a layout')
        kring.key('ctrl+z')
        contents = kring.save(lambda contents: places(contents) == before, 'the old places')
        assert 'background' not in contents['case'], contents['case']


def test_chooser(program, folder):
    with opened(program, folder, N_SMALL) as (kring, before):
        still = look_when_still(folder)
        kring.click((160, 100))
        kring.key('Down')
        driver.wait_for(lambda: look(folder) != still, 'how it would be')
        calm = look_when_still(folder)
        kring.key('Down')
        driver.wait_for(lambda: look(folder) not in (still, calm), 'another way it would be')
        kring.key('Escape')
        driver.wait_for(lambda: look(folder) == still, 'everything where it was')
        contents = kring.save(lambda contents: True, 'a saved map')
        assert places(contents) == before, 'somebody moved'
        kring.move(EMPTY)
        kring.click((160, 100))
        kring.key('Down')
        driver.wait_for(lambda: look(folder) == calm, 'the same picture once more')
        kring.key('Return')
        kring.save(lambda contents: places(contents) != before, 'what was kept')
        kring.key('ctrl+z')
        kring.save(lambda contents: places(contents) == before, 'the old places')


def ask(kring, folder, still):
    kring.key('ctrl+j')
    time.sleep(0.5)
    kring.key('Return')
    driver.wait_for(lambda: look(folder) != still, 'an answer')
    time.sleep(1)


def test_leave_answer(program, folder):
    with opened(program, folder, N_SMALL) as (kring, _):
        ask(kring, folder, look_when_still(folder))
        kring.key('Escape')
        still = look_when_still(folder)
        ask(kring, folder, still)
        kring.key('Tab', 'Tab')
        answered = look_when_still(folder)
        kring.key('Escape')
        driver.wait_for(lambda: look(folder) != answered, 'no answer any more, from another button')


def own_rings(contents):
    return [person['own_ring'] for person in contents['persons'] if 'own_ring' in person]


def test_youth(program, folder):
    path = f'{folder}/youth.kring'
    write_map(path, N_SMALL)
    kring = driver.Kring(program, path)
    try:
        youth = kring.follow(lambda: kring.key('ctrl+shift+y'), "the young person's view")
        assert kring.list_windows() == [youth], 'another window can be seen'
        for keys in ('ctrl+f', 'ctrl+e', 'ctrl+o', 'ctrl+n', 'ctrl+l', 'F5', 'F9', 'ctrl+q',
                     'shift+F10', 'Menu'):
            kring.key(keys)
        time.sleep(0.5)
        assert kring.list_windows() == [youth], 'something came up'
        kring.key('Right', '2', 'Right', '1')
        kring.key('Escape')
        assert kring.list_windows() == [youth], 'left too easily'
        kring.key('Escape')
        driver.wait_for(lambda: kring.list_windows() not in ([youth], []), 'the map')
        kring.window = kring.find_window()
        driver.do('windowfocus', '--sync', kring.window)
        kring.save(lambda contents: sorted(own_rings(contents)) == ['middle', 'near'],
                   'two own rings')
        kring.key('ctrl+z')
        kring.save(lambda contents: own_rings(contents) == ['middle'], 'one own ring')
    finally:
        kring.kill()


def main():
    tests = [(name[5:], function) for name, function in globals().items()
             if name.startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}', flush=True)
    for number, (name, function) in enumerate(tests, 1):
        folder = tempfile.mkdtemp()
        driver.environment(folder)
        try:
            function(driver.PROGRAM, folder)
            print(f'ok {number} {name}', flush=True)
        except (AssertionError, subprocess.SubprocessError, OSError) as error:
            failed += 1
            print(f'not ok {number} {name}\n# {error}', flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
