#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One map, one window: named twice on the command line, by a link or another name of the same file,
by a second program, and asked for over the bus of the session."""
import os
import shutil
import subprocess
import sys
import tempfile

import driver

NAMES = ('soft.kring', 'hard.kring', './map.kring', 'folder/../map.kring')


def count(process):
    """How many windows of maps there are."""
    return len(subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid),
                               '--name', r'\.kring|map'], capture_output=True,
                              text=True).stdout.split())


def check(number, name, kring, expected):
    """A window too many would come before that of a map that is asked for after it."""
    found = count(kring)
    print(f'{"ok" if found == expected else "not ok"} {number} {name}')
    if found != expected:
        print(f'# {found} windows, not {expected}')


def ask(folder, *names):
    """By a second program, which hands over and ends."""
    subprocess.run([driver.PROGRAM, *names], cwd=folder, check=True, timeout=driver.PATIENCE)


def ask_bus(folder, name):
    uri = f'file://{folder}/{name}'
    subprocess.run(['gdbus', 'call', '--session', '--dest', 'nl.kringkaart.Kring', '--object-path',
                    '/nl/kringkaart/Kring', '--method', 'org.freedesktop.Application.Open',
                    f"['{uri}']", '{}'], check=True, timeout=driver.PATIENCE, capture_output=True)


def open_other(folder, kring, number):
    """A map of its own, after which all that was asked before has been done."""
    before = count(kring)
    subprocess.run([driver.CLI, 'new', f'{folder}/other-{number}.kring'], check=True)
    ask(folder, f'other-{number}.kring')
    driver.wait_for(lambda: count(kring) > before, 'the other map')


def main():
    folder = tempfile.mkdtemp(prefix='kring-windows-')
    driver.environment(folder)
    subprocess.run([driver.CLI, 'new', '--name', 'Noor', f'{folder}/map.kring'], check=True)
    os.symlink('map.kring', f'{folder}/soft.kring')
    os.link(f'{folder}/map.kring', f'{folder}/hard.kring')
    os.mkdir(f'{folder}/folder')
    print('1..3')
    kring = subprocess.Popen([driver.PROGRAM, 'map.kring', 'map.kring', *NAMES], cwd=folder)
    try:
        driver.wait_for(lambda: count(kring) > 0, 'the window')
        open_other(folder, kring, 1)
        check(1, 'on the command line', kring, 2)
        for name in ('map.kring', *NAMES):
            ask(folder, name)
        open_other(folder, kring, 2)
        check(2, 'by a second program', kring, 3)
        for name in ('map.kring', *NAMES):
            ask_bus(folder, name)
        open_other(folder, kring, 3)
        check(3, 'over the bus', kring, 4)
    finally:
        kring.kill()
        kring.wait()
        shutil.rmtree(folder)


if __name__ == '__main__':
    sys.exit(main())
