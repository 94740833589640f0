#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Six statements on the example by keyboard alone, each in at most six keystrokes and its words; how
sure things are follows them; something is refuted; and all of it undone and done again. After each
step the file says whether it really happened.

    xvfb-run -a -s '-screen 0 1500x950x24' dbus-run-session -- tests/e2e/test-statements.py _build
"""
import time

import driver
import job

KEYS_MAX = 6
SECONDS_MAX = 120

# How one gets there from the last, the words, who said and who heard them, and what must come of it.
STATEMENTS = [
    (['Home'], '"hij zegt dat ik hem nog geld moet geven', ('Noor', 'Marit'),
     {'form': 'verbatim', 'said_by': 'Noor', 'heard_by': 'Marit', 'how_known': 'told_by_person'}),
    ([], '"ik wil dat het stopt', ('Noor', None),
     {'form': 'verbatim', 'said_by': 'Noor', 'heard_by': 'Marit'}),
    ([], 'ze zag er moe uit', (), {'words': 'ze zag er moe uit'}),
    (['period'], '"hij haalt haar elke week op', ('Ilse', None),
     {'form': 'verbatim', 'said_by': 'Ilse', 'how_known': 'told_by_other'}),
    ([], 'wij denken dat hij haar bang maakt', (), {'words': 'wij denken dat hij haar bang maakt'}),
    (['Home', 'Right'], 'stond bij de poort', (), {'words': 'stond bij de poort'}),
]


def statements(contents):
    return {item['id']: item for item in contents.get('statements', [])}


def certainties(contents):
    return {item['id']: (item.get('certainty'), item.get('certainty_by_hand'))
            for kind in ('persons', 'places', 'phones', 'vehicles', 'ties')
            for item in contents.get(kind, [])}


class Statements(job.Job):
    STEPS = ('start', 'note_all', 'remind', 'refute', 'undo_all', 'redo_all', 'quit')

    def __init__(self, folder):
        super().__init__(folder)
        self.seconds = 0
        self.most = 0
        self.last = None
        self.before = driver.read(self.path)

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
            assert all(item['when'] for item in new), new
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
        super().quit()
        assert '“ik wil dat het stopt”' in driver.run_cli('show', self.path)

    def tell(self):
        return (f'{len(STATEMENTS)} statements in {self.seconds:.0f} s, saved after each; at most '
                f'{self.most} keystrokes and the words')


job.run_job(Statements)
