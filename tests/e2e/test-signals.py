#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Twelve signals on the example by keyboard alone, each in at most six keystrokes and its word, and
all of them undone and done again. After each step the file says whether it really happened.

    xvfb-run -a -s '-screen 0 1500x950x24' dbus-run-session -- tests/e2e/test-signals.py _build
"""
import time

import driver
import job

KEYS_MAX = 6
SECONDS_MAX = 180

# How one gets there from the last, which key asks, the word, the last key, and what must come of it.
SIGNALS = [
    (['Home'], 's', 'cadeau', 'Return', 'gifts-or-drugs-given'),
    ([], 's', 'wegloopt gisteren', 'Return', None),
    ([], 's', 'letsel', 'shift+Return', 'injuries'),
    ([], '', 'moe', 'shift+Return', None),
    ([], '', 'telefoon sep', 'Return', None),
    ([], 'b', 'manege', 'Return', 'prot-meaningful-leisure'),
    (['period'], 's', 'schuld', 'Return', None),
    (['period'], 's', 'dreigt', 'Return', None),
    (['Home', 'Right'], 's', 'cadeau', 'Return', 'gifts-or-drugs-given'),
    (['Down'], 's', 'geld', 'Return', None),
    ([], 's', 'staat vaak buiten', 'ctrl+Return', None),
    (['Up'], 'b', 'steun', 'Return', None),
]


def signals(contents):
    return {signal['id']: signal for signal in contents.get('signals', [])}


class Signals(job.Job):
    STEPS = ('start', 'place_all', 'look', 'undo_all', 'redo_all', 'quit')

    def __init__(self, folder):
        super().__init__(folder)
        self.seconds = 0
        self.before = signals(driver.read(self.path))

    def place_all(self):
        begin = time.monotonic()
        for number, (way, ask, word, last, wanted) in enumerate(SIGNALS, 1):
            keys = [*way, *([ask] if ask else []), last]
            assert len(keys) <= KEYS_MAX, f'{len(keys)} keystrokes for {word}'
            if way or ask:
                self.kring.key(*keys[:-1])
                time.sleep(0.3)
            self.kring.type(word)
            self.kring.key(last)
            if 'shift' not in last:
                self.check(number, word, wanted)
        self.seconds = time.monotonic() - begin
        assert self.seconds < SECONDS_MAX, f'{self.seconds:.0f} seconds'

    def check(self, number, word, wanted):
        contents = self.kring.save(
            lambda contents: len(signals(contents)) == len(self.before) + number,
            f'signal {number}, {word}')
        new = {key: signal for key, signal in signals(contents).items() if key not in self.before}
        if wanted:
            assert any(signal.get('catalogue') == wanted for signal in new.values()), (word, new)
        # What is not written down is the usual value; a signal starts as a suspicion of today.
        assert all(signal.get('certainty') == 'suspected' and signal['observed'] and signal['about']
                   for signal in new.values()), new

    def look(self):
        """The words stay as typed, the dates behind them are dates, and several things have them."""
        new = [signal for key, signal in signals(driver.read(self.path)).items()
               if key not in self.before]
        assert any(signal['name'] == 'staat vaak buiten' and 'catalogue' not in signal
                   for signal in new), new
        assert sum(signal['observed'].endswith('-09') for signal in new) == 1, new
        assert len({signal['about'] for signal in new}) >= 4, new
        assert any(signal.get('family') == 'protective' for signal in new), new

    def undo_all(self):
        self.kring.key('ctrl+z', times=len(SIGNALS))
        self.kring.save(lambda contents: signals(contents) == self.before, 'the signals of before')

    def redo_all(self):
        self.kring.key('ctrl+shift+z', times=len(SIGNALS))
        self.kring.save(lambda contents: len(signals(contents)) == len(self.before) + len(SIGNALS),
                        'all signals again')

    def tell(self):
        most = max(len(way) + bool(ask) + 1 for way, ask, *_ in SIGNALS)
        return (f'{len(SIGNALS)} signals in {self.seconds:.0f} s, saved after each; at most {most} '
                'keystrokes and the word')


job.run_job(Signals)
