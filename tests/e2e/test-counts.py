#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What noting costs: every key that is pressed is counted, and the file says that it was enough. A
key more for a name, a tie, a signal or a statement, and something here is not noted.

    xvfb-run -a -s '-screen 0 1500x950x24' dbus-run-session -- tests/e2e/test-counts.py _build
"""
import os

import driver
import job

NAMES = ['Noor van den Berg, v 15', 'Ilse Verhoeven, v 41, moeder', 'Rob Kramer, m 44, vader',
         'Tijn van den Berg, m 12, broer', 'Oma Jo, v 69', 'Femke, v 16, vriendin',
         'Samira, v 15, vriendin', 'Dex, m 22, ronselt', 'Kay, m 14', 'Naomi, v 17, kent',
         'Emre Yildiz, m 45, mentor', 'Anja Smit, wijkagent', 'Roos, v 19', 'Manu, m ~25',
         'Mw. Postma, mentor']
TIE = ('femke', 'zitten samen op school')
SIGNAL = 'telefoon'
STATEMENT = 'kwam om vier uur thuis'
SEEN = 'stapte in een witte auto'
# Beyond the letters: to begin, and one for each name; to choose the person, the key, the name, and
# the word; to choose the person, the key, and Enter; the way it is known takes two more.
NAMES_EXTRA, TIE_EXTRA, SIGNAL_EXTRA, STATEMENT_EXTRA, SEEN_EXTRA = 1 + len(NAMES), 4, 3, 3, 5


class Counts(job.Job):
    STEPS = ('start', 'names', 'tie', 'signal', 'statement', 'seen', 'quit')

    def __init__(self, folder):
        super().__init__(folder)
        self.path = os.path.join(folder, 'new.kring')
        driver.run_cli('new', self.path)
        self.pressed = 0
        self.told = []

    def key(self, *keys):
        self.pressed += len(keys)
        self.kring.key(*keys)

    def type(self, text):
        self.pressed += len(text)
        self.kring.type(text)

    def count(self, what, letters, extra, noted):
        """Checks the keys since the last count, and that the file has what they were to bring."""
        contents = self.kring.save(noted, what)
        assert self.pressed <= letters + extra, (what, self.pressed, letters, extra)
        self.told.append(f'{what} {self.pressed} ({letters} letters)')
        self.pressed = 0
        return contents

    def names(self):
        self.key('ctrl+l')
        for line in NAMES:
            self.type(line)
            self.key('Return')
        wanted = [line.split(',')[0] for line in NAMES]
        contents = self.count('names', sum(map(len, NAMES)), NAMES_EXTRA, lambda contents: sorted(
            person.get('name', '') for person in contents.get('persons', [])) == sorted(wanted))
        assert len(contents['ties']) == 11, [tie.get('kind') for tie in contents['ties']]
        self.kring.key('ctrl+l')

    def tie(self):
        name, kind = TIE
        self.key('Home', 'r')
        self.type(name)
        self.key('Return')
        self.type(kind)
        self.key('Return')
        self.count('tie', len(name) + len(kind), TIE_EXTRA, lambda contents: any(
            tie.get('kind') == kind for tie in contents['ties']))

    def signal(self):
        self.key('Home', 's')
        self.type(SIGNAL)
        self.key('Return')
        self.count('signal', len(SIGNAL), SIGNAL_EXTRA,
                   lambda contents: [signal['catalogue'] for signal in contents.get('signals', [])])

    def note(self, what, words, extra, *way):
        self.key('Home', 'w')
        self.type(words)
        self.key(*way, 'Return')
        contents = self.count(what, len(words), extra, lambda contents: words in [
            statement.get('words') for statement in contents.get('statements', [])])
        return next(statement for statement in contents['statements']
                    if statement['words'] == words)

    def statement(self):
        assert 'how_known' not in self.note('statement', STATEMENT, STATEMENT_EXTRA)

    def seen(self):
        assert self.note('seen', SEEN, SEEN_EXTRA, 'Tab', 'space')['how_known'] == 'seen'

    def tell(self):
        return '; '.join(self.told)


job.run_job(Counts)
