#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Six statements on the example by keyboard alone, each in at most six keystrokes and its words; how
sure things are follows them; something is refuted; and all of it undone and done again. After each
step the file says whether it really happened.

    xvfb-run -a -s '-screen 0 1500x950x24' dbus-run-session -- tests/e2e/test-statements.py _build
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

import driver

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(TOP, '_build'))
CLI = os.path.join(BUILD, 'src/cli/kring-cli')
KEYS_MAX = 6
SECONDS_MAX = 120

# How one gets there from the last, the words, who said and who heard them, and what must come of it.
STATEMENTS = [
    (['Home'], '"hij zegt dat ik hem nog geld moet geven', ('Noor', 'Marit'),
     {'form': 'verbatim', 'said_by': 'Noor', 'heard_by': 'Marit', 'how_known': 'told_by_person'}),
    ([], '"ik wil dat het stopt', ('Noor', None),
     {'form': 'verbatim', 'said_by': 'Noor', 'heard_by': 'Marit'}),
    ([], 'ze zag er moe uit', (), {'words': 'ze zag er moe uit', 'how_known': 'conclusion'}),
    (['period'], '"hij haalt haar elke week op', ('Ilse', None),
     {'form': 'verbatim', 'said_by': 'Ilse', 'how_known': 'told_by_other'}),
    ([], 'wij denken dat hij haar bang maakt', (), {'how_known': 'conclusion'}),
    (['Home', 'Right'], 'stond bij de poort', (), {'words': 'stond bij de poort'}),
]


def statements(contents):
    return {item['id']: item for item in contents.get('statements', [])}


def certainties(contents):
    return {item['id']: (item.get('certainty'), item.get('certainty_by_hand'))
            for kind in ('persons', 'places', 'phones', 'vehicles', 'ties')
            for item in contents.get(kind, [])}


class Statements:
    def __init__(self, folder):
        self.path = os.path.join(folder, 'noor.kring')
        self.kring = None
        self.seconds = 0
        self.most = 0
        self.last = None
        shutil.copy(os.path.join(TOP, 'data/examples/noor.kring'), self.path)
        self.before = driver.read(self.path)

    def start(self):
        self.kring = driver.Kring(os.path.join(BUILD, 'src/ui/kring'), self.path)

    def note(self, way, words, people):
        self.kring.key(*way, 'w')
        time.sleep(0.5)
        self.kring.type(words)
        keys = len(way) + 2
        for name in people:
            self.kring.key('Tab')
            keys += 1
            if name:
                self.kring.type(name)
        self.kring.key('Return')
        assert keys <= KEYS_MAX, f'{keys} keystrokes for {words}'
        self.most = max(self.most, keys)

    def note_all(self):
        begin = time.monotonic()
        for number, (way, words, people, wanted) in enumerate(STATEMENTS, 1):
            self.note(way, words, people)
            contents = self.kring.save(
                lambda contents: len(statements(contents)) == len(statements(self.before)) + number,
                f'statement {number}, {words}')
            new = [item for key, item in statements(contents).items()
                   if key not in statements(self.before)]
            assert any(all(item.get(field) == value for field, value in wanted.items())
                       for item in new), (wanted, new)
            assert all(item['certainty'] == 'suspected' and item['when'] for item in new), new
        self.seconds = time.monotonic() - begin
        assert self.seconds < SECONDS_MAX, f'{self.seconds:.0f} seconds'

    def remind(self):
        """Noting her words is marked once; typed quotation marks are not part of them."""
        contents = driver.read(self.path)
        assert contents['case'].get('reminded_not_to_question') is True, contents['case']
        assert any(item.get('words') == 'ik wil dat het stopt' for item in contents['statements'])

    def refute(self):
        """What has the keyboard is refuted in one key, which is by hand."""
        self.last = certainties(driver.read(self.path))
        self.kring.key('5')
        contents = self.kring.save(
            lambda contents: ('refuted', True) in certainties(contents).values(), 'a refuted item')
        changed = {key for key, value in certainties(contents).items() if value != self.last[key]}
        assert len(changed) == 1, changed

    def undo_all(self):
        self.kring.key('ctrl+z', times=len(STATEMENTS) + 1)
        contents = self.kring.save(
            lambda contents: statements(contents) == statements(self.before), 'what was there before')
        assert certainties(contents) == certainties(self.before)
        assert 'reminded_not_to_question' not in contents['case']

    def redo_all(self):
        self.kring.key('ctrl+shift+z', times=len(STATEMENTS) + 1)
        contents = self.kring.save(
            lambda contents: ('refuted', True) in certainties(contents).values(), 'all of it again')
        assert len(statements(contents)) == len(statements(self.before)) + len(STATEMENTS)

    def quit(self):
        self.kring.quit()
        subprocess.run([CLI, 'check', self.path], check=True, stdout=subprocess.DEVNULL)
        shown = subprocess.run([CLI, 'show', self.path], check=True, capture_output=True).stdout
        assert '“ik wil dat het stopt”' in shown.decode()

    def run(self):
        steps = [self.start, self.note_all, self.remind, self.refute, self.undo_all, self.redo_all,
                 self.quit]
        print(f'1..{len(steps)}')
        for number, step in enumerate(steps, 1):
            try:
                step()
            except Exception as error:  # pylint: disable=broad-except
                print(f'not ok {number} - {step.__name__}')
                print(f'# {type(error).__name__}: {error}')
                picture = os.path.join(BUILD, f'e2e-statements-{step.__name__}.png')
                self.kring and self.kring.picture(picture)
                print(f'# see {picture}')
                return False
            print(f'ok {number} - {step.__name__}', flush=True)
        print(f'# {len(STATEMENTS)} statements in {self.seconds:.0f} s, saved after each; at most '
              f'{self.most} keystrokes and the words')
        return True


def main():
    with tempfile.TemporaryDirectory() as folder:
        driver.environment(folder, BUILD, TOP)
        job = Statements(folder)
        good = job.run()
        if job.kring:
            job.kring.kill()
        sys.exit(not good)


main()
