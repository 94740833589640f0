#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the accessibility tree of every page, card, menu and window: whatever one can do something
with has a name of its own there, and so has everything that ever had the keyboard on the way.

    xvfb-run -a -s '-screen 0 1500x950x24' dbus-run-session -- tests/e2e/test-tree.py _build pages

goes over the pages of a map; `start`, `lists`, `forms` and `asked` over the rest.
"""
import os
import shutil
import sys
import tempfile

import asked
import driver
import tree

# How one comes there, and what is seen then: a role and how its name begins.
START = [
    ('the start page', [], ('push button', 'New Map')),
    ('the main menu', ['F10'], ('menu item', 'Preferences')),
]
PAGES = [
    ('the map', [], ('panel', 'Map, ')),
    ('the details of the case', [], ('text', 'Title')),
    ('the details of a person', ['Home', 'space'], ('text', 'Age')),
    ('the card of a statement', ['w'], ('text', 'What we see or think')),
    ('the calendar', ['Tab'] * 7 + ['space'], ('filler', 'Calendar: ')),
    ('the card it was opened from', ['Escape'], ('text', 'What we see or think')),
    ('the card of a signal', ['Escape', 's'], ('text', 'Signal on')),
    ('the card of what protects', ['Escape', 'b'], ('text', 'What protects')),
    ('the card of a question', ['Escape', 'question'], ('text', 'What do we want to know?')),
    ('the name on the map', ['Escape', 'F2'], ('text', 'Name')),
    ('the menu of a person', ['Escape', 'Menu'], ('menu item', 'Edit Name')),
    ('the details of a tie', ['Escape', 'Escape', 'Home', 'period', 'space'], ('text', 'Kind')),
    ('the menu of a tie', ['Menu'], ('menu item', 'Reverse the Direction')),
    ('the card of a tie', ['Escape', 'Escape', 'Home', 'r', 'd', 'e', 'x', 'Return'],
     ('text', 'What is it?')),
    ('the card of a group', ['Escape', 'Escape', 'ctrl+a', 'g'], ('text', 'Name')),
    ('the layouts', ['Escape', 'Escape', 'ctrl+shift+0'], ('push button', 'Rings')),
    ('the questions to the map', ['Escape', 'Escape', 'ctrl+j'], ('menu item', 'Who connects')),
    ('an answer', ['Return'], ('list', 'Answer')),
    ('the filters', ['Escape', 'Escape', 'ctrl+shift+f'], ('check box', 'Confirmed')),
    ('the legend', ['Escape', 'Escape', 'ctrl+shift+k'], ('scroll pane', 'Legend')),
    ('the search', ['ctrl+shift+k', 'ctrl+f', 'n', 'o', 'o'], ('list item', 'Noor')),
    ('the list of names', ['Escape', 'ctrl+l'], ('text', 'Line 1')),
    ('the timeline under the map', ['Escape', 'ctrl+t'], ('panel', 'Time')),
]
LISTS = [
    ('the list', ['ctrl+2'], ('table row', 'Anja Smit')),
    ('the rows of the list', ['Tab'] * 6 + ['Down', 'Down'], ('table row', 'Anja Smit')),
    ('the timeline', ['ctrl+3'], ('list', 'The story')),
    ('the card of an event', ['Insert'], ('text', 'What happened, and when?')),
    ('the timeline again', ['Escape'], ('list', 'The story')),
    ('the actions', ['ctrl+4'], ('list', 'Questions and actions')),
    ('what is not known', ['ctrl+u'], ('list', 'What do we not know')),
    ('the signals', ['ctrl+5'], ('list', 'All signals')),
]
# What is searched for, and a field among the details of what is found.
DETAILS = [
    ('a place', 'zuidrand', ('text', 'Address')),
    ('a vehicle', 'polo', ('text', 'Number plate')),
    ('a telephone', '0001', ('text', 'Number')),
    ('an account', 'insta d3x', ('text', 'Account name')),
    ('money', 'rekening', ('text', 'Name')),
    ('an event', 'urgente', ('text', 'When')),
    ('a note', 'beltijden', ('text', 'Text')),
    ('a group', 'professionals', ('text', 'Name')),
    ('a signal', 'altijd bereikbaar', ('text', 'Signal')),
    ('a statement', 'uitleg is vaker', ('text', 'What is said')),
    ('a task', 'verlofplan', ('text', 'Ready by')),
]
WINDOWS = [
    ('the export', ['ctrl+e'], ('combo box', 'Who is this sheet for?')),
    ('the preferences', ['ctrl+comma'], ('check box', 'Single keys')),
    ('the shortcuts', ['ctrl+question'], ('frame', 'Keyboard Shortcuts')),
    ('about Kring', ['F10', 'Up', 'Return'], ('list item', 'Details')),
]
LAST = [('the view of the young person', ['ctrl+shift+y'], ('panel', 'Your rings'))]
TABS = 12


class Walk:
    """Goes over the pages and tells as TAP what was found on each."""

    def __init__(self, folder):
        self.folder = folder
        self.number = 0
        self.good = True
        self.kring = self.tree = self.path = None
        self.known = set()

    def tell(self, name, trouble):
        self.number += 1
        self.good = self.good and not trouble
        print(f'{"not ok" if trouble else "ok"} {self.number} - {name}', flush=True)
        for line in trouble:
            print(f'# {line}')

    def miss_keyboard(self, marker, keyboard):
        """What has the keyboard in the window that @marker is in, if it is not this."""
        role, name = keyboard
        last = [None]

        def has():
            node = self.tree.find(*marker)
            focus = node and self.tree.find_focus(self.tree.find_window(node))
            last[0] = focus and (focus.getRoleName(), focus.name)
            return last[0] and last[0][0] == role and last[0][1].startswith(name)
        try:
            driver.wait_for(has, f'the keyboard on {role} "{name}"')
        except AssertionError as error:
            return [f'{error}; it is on {last[0]}']
        return []

    def look(self, name, marker, keyboard=None):
        """What has no name now, what had none while it had the keyboard, and who has it."""
        trouble = []
        try:
            self.tree.wait_for(*marker)
            trouble = [f'without a name: {way}' for way in self.tree.list_nameless()]
            if keyboard:
                trouble += self.miss_keyboard(marker, keyboard)
        except AssertionError as error:
            trouble = [str(error)]
            self.kring.picture(os.path.join(driver.BUILD, f'e2e-tree-{self.number + 1}.png'))
        trouble += [f'without a name: {role} "{name}", with the keyboard' for _, role, name, value
                    in self.tree.hear() if not tree.is_name(name)]
        self.tree.events.clear()
        self.tell(name, trouble)

    def start(self, *files):
        self.kring = driver.Kring(driver.PROGRAM, *files)
        self.known = {self.kring.window}  # of those that may ask something
        self.tree = tree.Tree(self.kring.process.pid)
        self.tree.listen('object:state-changed:focused')

    def go_over(self, pages):
        for name, ways, *seen in pages:
            for way in ways:
                if callable(way):
                    way(self)
                else:
                    self.kring.key(way)
            self.look(name, *seen)

    def go_over_details(self, details):
        for name, words, marker in details:
            self.kring.key('Escape', 'Escape', 'Escape', 'ctrl+f')
            self.tree.wait_for('entry', 'Search')
            self.kring.type(words)
            self.tree.wait_for('list item')
            self.kring.key('Return', 'Return')
            self.kring.key(*['Tab'] * TABS)
            self.look(f'the details of {name}', marker)

    def find_other_window(self):
        return next((window for window in self.kring.list_windows()
                     if window != self.kring.window), None)

    def go_over_windows(self, windows):
        for name, keys, marker in windows:
            self.kring.key(*keys)
            window = driver.wait_for(self.find_other_window, name)
            driver.do('windowfocus', window)
            self.kring.key(*['Tab'] * TABS)
            self.look(name, marker)
            if windows is not LAST:
                self.kring.key('Escape')
                self.kring.return_to_map()

    def open_example(self):
        """Starts on a copy of the example, in a folder of its own."""
        self.path = os.path.join(self.folder, 'noor', 'noor.kring')
        os.mkdir(os.path.dirname(self.path))
        shutil.copy(os.path.join(driver.TOP, 'data/examples/noor.kring'), self.path)
        self.start(self.path)

    def run(self, part):
        legs = PARTS[part]
        first = part == 'start'
        print(f'1..{first + sum(len(pages) for _, pages in legs)}')
        if first:
            self.tell('a step to all that opens', list(asked.list_unvisited(list_steps())))
            self.start()
        else:
            self.open_example()
        for go, pages in legs:
            go(self, pages)


# What is gone over from one start of the program, and how.
PARTS = {
    'start': [(Walk.go_over, START)],
    'pages': [(Walk.go_over, PAGES)],
    'lists': [(Walk.go_over_details, DETAILS), (Walk.go_over_windows, WINDOWS), (Walk.go_over, LISTS),
              (Walk.go_over_windows, LAST)],
    'forms': [(Walk.go_over, asked.FORMS), (Walk.go_over, asked.ENDS)],
    'asked': [(Walk.go_over, asked.MENUS), (Walk.go_over, asked.QUESTIONS)],
}


def list_steps():
    """The names of all steps of all parts."""
    return [step[0] for legs in PARTS.values() for _, pages in legs for step in pages]


def main():
    with tempfile.TemporaryDirectory() as folder:
        tree.switch_on(folder)
        walk = Walk(folder)
        try:
            walk.run(sys.argv[2])
        finally:
            if walk.kring:
                walk.kring.kill()
    sys.exit(not walk.good)


main()
