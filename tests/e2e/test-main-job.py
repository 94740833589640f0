#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, by hand: names, ties, details, everything undone and done again, saved, opened
again and exported. After each step the file says whether it really happened.

    xvfb-run -a -s '-screen 0 1500x950x24' dbus-run-session -- tests/e2e/test-main-job.py _build
"""
import difflib
import json
import os
import subprocess

import driver
import job


NAMES = ['Noor, v 15', 'Ilse, v 41, moeder', 'Rob, m 44, vader', 'Tijn, m 12, broer',
         'Femke, v 16, vriendin', 'Sanne, v 15, vriendin', 'Joris, m 45, mentor',
         'Dex, m 22, "vriend"']
TIES = [('Dex', 'Femke'), ('Ilse', 'Rob'), ('Tijn', 'Dex'), ('Sanne', 'Femke'), ('Joris', 'Ilse')]
EDITS = [('Dex', None, 'age', '23'), ('Femke', (1310, 641), 'role', 'was ook weg'),
         ('Rob', (1310, 641), 'role', 'belt elke maand')]
RIM = 24  # of a person, in map units
KIND = (258, 286)  # in the export dialog
MAKE = (1005, 27)


def names(contents):
    return sorted(person.get('name', '') for person in contents.get('persons', []))


def known(contents):
    """What people put in, without who set it when."""
    return {key: [{name: value for name, value in item.items() if name not in ('by', 'stamps')}
                  for item in items]
            for key, items in contents.items() if isinstance(items, list)}


def tell_difference(first, second):
    lines = [json.dumps(contents, indent=1, sort_keys=True).splitlines()
             for contents in (first, second)]
    return '; '.join(difflib.unified_diff(*lines, n=1, lineterm=''))


def ties(contents):
    name_of = {person['id']: person.get('name') for person in contents.get('persons', [])}
    return {(name_of[tie['from']], name_of[tie['to']]) for tie in contents.get('ties', [])
            if tie['from'] in name_of and tie['to'] in name_of}


def has_field(contents, name, field, value):
    return any(person.get('name') == name and person.get(field) == value
               for person in contents['persons'])


class MainJob(job.Job):
    STEPS = ('make_map', 'type_names', 'find_scale', 'draw_ties', 'edit_details', 'undo_all',
             'redo_all', 'reopen', 'export')

    def __init__(self, folder):
        super().__init__(folder)
        self.path = os.path.join(folder, 'kaart.kring')

    def make_map(self):
        driver.run_cli('new', self.path)
        self.empty = driver.read(self.path)
        self.start()

    def type_names(self):
        self.kring.key('ctrl+l')
        for line in NAMES:
            self.kring.type(line)
            self.kring.key('Return')
        contents = self.kring.save(lambda contents: len(names(contents)) == len(NAMES), '8 persons')
        assert names(contents) == sorted(line.split(',')[0] for line in NAMES), names(contents)
        self.kring.key('ctrl+l')

    def find_scale(self):
        """Where map units are on the screen, from two persons made where the pointer was."""
        points = [(140, 260), (940, 700)]
        made = []
        for number, point in enumerate(points):
            self.kring.click(point, times=2)
            self.kring.type(f'IJk {number}')
            self.kring.key('Return')
            contents = self.kring.save(
                lambda contents, n=number: f'IJk {n}' in names(contents), 'a person at the pointer')
            made += [person['position'] for person in contents['persons']
                     if person.get('name') == f'IJk {number}']
        (x0, y0), (x1, y1) = made
        self.scale = (points[1][0] - points[0][0]) / (x1 - x0)
        assert abs((points[1][1] - points[0][1]) / (y1 - y0) - self.scale) < 0.01 * self.scale
        self.origin = (x0 - points[0][0] / self.scale, y0 - points[0][1] / self.scale)
        while names(contents) != sorted(line.split(',')[0] for line in NAMES):
            self.kring.key('ctrl+z')
            contents = self.kring.save(lambda contents: True, 'an undo')

    def on_screen(self, position):
        return [(a - b) * self.scale for a, b in zip(position, self.origin)]

    def draw_ties(self):
        positions = {person['name']: person['position']
                     for person in driver.read(self.path)['persons']}
        for number, (first, second) in enumerate(TIES):
            start, end = positions[first], positions[second]
            side = 1 if end[0] >= start[0] else -1
            self.kring.drag(self.on_screen((start[0] + side * RIM, start[1])), self.on_screen(end))
            self.kring.type(f'kent {number}')
            self.kring.key('Return')
            self.kring.save(lambda contents, pair=(first, second): pair in ties(contents),
                            f'the tie from {first} to {second}')
        self.positions = positions

    def edit_details(self):
        """By pointer; by keyboard, Enter goes from a person to its name, Tab past the sex."""
        for name, place, field, value in EDITS:
            self.kring.click(self.on_screen(self.positions[name]))
            if place:
                self.kring.click(place)
            else:
                self.kring.key('Return')
                self.kring.key('Tab', times=2)
            self.kring.key('ctrl+a')
            self.kring.type(value)
            self.kring.key('Tab')
            self.kring.save(lambda contents, edit=(name, field, value): has_field(contents, *edit),
                            f'{field} of {name}')

    def undo_all(self):
        self.full = known(driver.read(self.path))
        self.kring.click(self.on_screen(self.positions['Noor']))
        self.kring.key('ctrl+z', times=60)
        contents = self.kring.save(lambda contents: not contents.get('ties'), 'no ties')
        assert known(contents) == known(self.empty), tell_difference(known(contents),
                                                                     known(self.empty))

    def redo_all(self):
        self.kring.key('ctrl+shift+z', times=60)
        contents = self.kring.save(lambda contents: len(names(contents)) == 8, 'all persons again')
        assert known(contents) == self.full, tell_difference(known(contents), self.full)

    def reopen(self):
        before = driver.digest(self.path)
        self.kring.quit()
        self.start()
        driver.run_cli('check', self.path)
        assert driver.digest(self.path) == before

    def export(self):
        for number, ending in enumerate(('pdf', 'png')):
            path = os.path.join(self.folder, f'kaart.{ending}')
            self.kring.follow(lambda: self.kring.key('ctrl+e'), 'the export dialog')
            make = lambda: self.kring.key('Return')  # the first choice has the focus
            if number:
                self.kring.click(KIND)
                self.kring.key('Down', 'Return')
                make = lambda: self.kring.click(MAKE)
            self.kring.follow(make, 'the file chooser')
            self.kring.key('ctrl+a')
            self.kring.type(path)
            self.kring.key('Return')
            driver.wait_for(lambda: os.path.exists(path) and os.path.getsize(path), path)
            self.kring.return_to_map()
        text = subprocess.run(['pdftotext', os.path.join(self.folder, 'kaart.pdf'), '-'],
                              check=True, capture_output=True, text=True).stdout
        assert all(line.split(',')[0] in text for line in NAMES), text
        size = subprocess.run(['identify', '-format', '%w %h', path], check=True,
                              capture_output=True, text=True).stdout
        assert min(map(int, size.split())) > 1000, size


job.run_job(MainJob)
