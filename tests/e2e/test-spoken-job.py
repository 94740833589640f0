#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job without a pointer and without looking: a new map, five names, a tie, how sure it is,
a signal, a statement, and a PDF. Before each key it is asked what has the keyboard, as a screen
reader is told; what is done is told too, and the file and the PDF say whether it really happened.

    xvfb-run -a -s '-screen 0 1500x950x24' dbus-run-session -- tests/e2e/test-spoken-job.py _build
"""
import os
import subprocess

import driver
import job
import tree

NAMES = ['Noor, f 15', 'Dex, m 22', 'Ilse, mother', 'Rob', 'Femke, friend']
SIGNAL = 'gifts'
WORDS = 'they were waiting at the gate again'


def names(contents):
    return [person['name'] for person in contents.get('persons', [])]


class SpokenJob(job.Job):
    STEPS = ('start', 'make_map', 'type_names', 'draw_tie', 'say_how_sure', 'select', 'place_signal',
             'note_statement', 'save', 'reach_everything', 'make_pdf', 'quit')

    def __init__(self, folder):
        super().__init__(folder)
        self.path = os.path.join(folder, 'blind.kring')
        self.pdf = os.path.join(folder, 'blind.pdf')
        self.tree = None

    def expect(self, role, name='', description='', text=None):
        """What has the keyboard, once it is what is expected here."""
        last = []

        def found():
            focus = self.tree.find_focus()
            if focus is None:
                return None
            last[:] = [focus.getRoleName(), focus.name, focus.description]
            return (last[0] == role and last[1].startswith(name) and description in last[2] and
                    (text is None or tree.text_of(focus) == text) and focus)
        try:
            return driver.wait_for(found, f'{role} "{name}" "{description}"')
        except AssertionError as error:
            raise AssertionError(f'{error}; the keyboard is on {last}') from error

    def expect_map(self, description):
        return self.expect('panel', 'Map, ', description)

    def expect_told(self, words):
        """The window tells something: in a notification, and where the keyboard is."""
        self.tree.wait_for('alert', words)
        return self.expect_map(words)

    def start(self):
        tree.switch_on(self.folder)
        self.kring = driver.Kring(driver.PROGRAM)
        self.tree = tree.Tree(self.kring.process.pid)
        self.expect('push button', 'New Map')

    def make_map(self):
        self.kring.key('Return')
        self.expect('text', 'Line 1', text='')

    def type_names(self):
        for number, line in enumerate(NAMES, 1):
            self.expect('text', f'Line {number}', text='')
            self.kring.type(line)
            self.expect('text', f'Line {number}', text=line)
            self.kring.key('Return')
        self.expect('text', f'Line {len(NAMES) + 1}', text='')
        self.kring.key('Escape')
        self.expect_map('Noor, woman, 15')
        self.tree.wait_for('panel', f'Map, {len(NAMES)} persons')

    def draw_tie(self):
        self.kring.key('Home', 'r')
        self.expect_map('Tie Noor to')
        self.kring.type('dex')
        self.expect_map('Dex')
        self.kring.key('Return')
        self.expect('text', 'What is it?', text='')
        self.kring.type('knows')
        self.expect('text', 'What is it?', text='knows')
        self.kring.key('Return')
        self.expect_map('Noor, knows, tie with Dex, suspected')

    def say_how_sure(self):
        self.kring.key('1')
        self.expect_map('Noor, knows, tie with Dex, confirmed')

    def select(self):
        """What is selected is said, and what is not."""
        self.expect_map('Selected.')
        self.kring.key('Home')
        self.expect_map('Not selected; 1 other is.')
        self.kring.key('space')
        self.expect_map('Selected, with 1 other.')
        self.kring.key('Escape', 'Home', 'space')
        self.expect_map('ties. Selected.')

    def place_signal(self):
        self.kring.key('s')
        self.expect('text', 'Signal on Noor', text='')
        self.kring.type(SIGNAL)
        self.expect('text', 'Signal on Noor', text=SIGNAL)
        item = driver.wait_for(self.find_selected, 'a signal that is chosen')
        assert 'Gives gifts' in item.name, item.name
        self.kring.key('Return')
        self.expect_told('Noted on Noor: Gives gifts')

    def find_selected(self):
        return next((node for node in self.tree.find_all('list item')
                     if tree.has_state(node, tree.pyatspi.STATE_SELECTED)), None)

    def note_statement(self):
        self.kring.key('w')
        self.expect('text', 'What we see or think', text='')
        self.kring.type(WORDS)
        self.expect('text', 'What we see or think', text=WORDS)
        self.kring.key('Tab')
        self.expect('push button', 'Seen or heard ourselves')
        self.kring.key('space')
        driver.wait_for(lambda: tree.has_state(self.tree.find_focus(), tree.pyatspi.STATE_PRESSED),
                        'the way it is known to be pressed')
        self.kring.key('Return')
        self.expect_told('Noted about Noor')

    def save(self):
        self.kring.follow(lambda: self.kring.key('ctrl+s'), 'the file chooser')
        self.expect('text', 'Name')
        self.give_path(self.path)
        self.kring.return_to_map()
        self.expect_told('Saved')
        contents = driver.read(self.path)
        assert sorted(names(contents)) == sorted(line.split(',')[0] for line in NAMES), contents
        tie, = [tie for tie in contents['ties'] if tie.get('kind') == 'knows']
        assert tie.get('certainty') == 'confirmed', tie
        signal, = contents['signals']
        noor, = [person for person in contents['persons'] if person['name'] == 'Noor']
        assert signal['about'] == noor['id'], signal
        statement, = contents['statements']
        assert statement['words'] == WORDS and statement['how_known'] == 'seen', statement

    def give_path(self, path):
        self.kring.key('ctrl+a')
        self.kring.type(path)
        self.kring.key('Return')

    def reach_everything(self):
        """Tab goes round, over things that each have a name, and comes back to the map."""
        for _ in range(150):
            self.kring.key('Tab')
            focus = driver.wait_for(self.tree.find_focus, 'something with the keyboard')
            assert tree.is_name(focus.name), (focus.getRoleName(), focus.name)
            if focus.name.startswith('Map, '):
                return
        raise AssertionError('the keyboard never came back to the map')

    def make_pdf(self):
        self.kring.follow(lambda: self.kring.key('ctrl+e'), 'the export dialog')
        self.expect('combo box', 'Who is this sheet for?')
        self.kring.key('shift+Tab')
        self.expect('push button', 'Make PDF')
        self.kring.follow(lambda: self.kring.key('Return'), 'the file chooser')
        self.expect('text', 'Name')
        self.give_path(self.pdf)
        driver.wait_for(lambda: os.path.exists(self.pdf) and os.path.getsize(self.pdf), self.pdf)
        self.kring.return_to_map()
        self.expect('text', 'Name')  # who gets it; Escape leaves that
        self.kring.key('Escape')
        self.expect_told('PDF made')
        text = subprocess.run(['pdftotext', self.pdf, '-'], check=True, capture_output=True,
                              text=True).stdout
        assert all(line.split(',')[0] in text for line in NAMES), text

    def quit(self):
        self.kring.quit()
        driver.run_cli('check', self.path)


job.run_job(SpokenJob)
