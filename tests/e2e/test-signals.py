#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Twelve signals on the example by keyboard alone, each in at most six keystrokes and its word, and
all of them undone and done again. After each step the file says whether it really happened.

    xvfb-run -a -s '-screen 0 1500x950x24' dbus-run-session -- tests/e2e/test-signals.py _build
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


class Signals:
    def __init__(self, folder):
        self.path = os.path.join(folder, 'noor.kring')
        self.kring = None
        self.seconds = 0
        shutil.copy(os.path.join(TOP, 'data/examples/noor.kring'), self.path)
        self.before = signals(driver.read(self.path))

    def start(self):
        self.kring = driver.Kring(os.path.join(BUILD, 'src/ui/kring'), self.path)

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

    def quit(self):
        self.kring.quit()
        subprocess.run([CLI, 'check', self.path], check=True, stdout=subprocess.DEVNULL)

    def run(self):
        steps = [self.start, self.place_all, self.look, self.undo_all, self.redo_all, self.quit]
        print(f'1..{len(steps)}')
        for number, step in enumerate(steps, 1):
            try:
                step()
            except Exception as error:  # pylint: disable=broad-except
                print(f'not ok {number} - {step.__name__}')
                print(f'# {type(error).__name__}: {error}')
                picture = os.path.join(BUILD, f'e2e-signals-{step.__name__}.png')
                self.kring and self.kring.picture(picture)
                print(f'# see {picture}')
                return False
            print(f'ok {number} - {step.__name__}', flush=True)
        most = max(len(way) + bool(ask) + 1 for way, ask, *_ in SIGNALS)
        print(f'# {len(SIGNALS)} signals in {self.seconds:.0f} s, saved after each; at most {most} '
              'keystrokes and the word')
        return True


def main():
    with tempfile.TemporaryDirectory() as folder:
        driver.environment(folder, BUILD, TOP)
        job = Signals(folder)
        good = job.run()
        if job.kring:
            job.kring.kill()
        sys.exit(not good)


main()
