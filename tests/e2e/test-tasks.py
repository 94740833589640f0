#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions and actions by keyboard alone: asked on the map, typed on their page, done, taken back;
and what we do not know made a question and set aside. After each step the file says whether it
really happened.

    xvfb-run -a -s '-screen 0 1500x950x24' dbus-run-session -- tests/e2e/test-tasks.py _build
"""
import time

import driver
import job



def find(contents, name):
    return next((task for task in contents['tasks'] if task['name'] == name), None)


def aside(contents):
    return [item for items in contents.values() if isinstance(items, list)
            for item in items if isinstance(item, dict) and 'set_aside' in item]


class Tasks(job.Job):
    STEPS = ('start', 'ask_on_the_map', 'nothing_asked', 'done_on_the_page', 'edit_fields', 'prompts',
             'to_the_map', 'quit')

    def __init__(self, folder):
        super().__init__(folder)
        self.before = driver.read(self.path)['tasks']

    def ask_on_the_map(self):
        self.kring.key('Home', 'question')
        time.sleep(0.3)
        self.kring.type('Who brings her?')
        self.kring.key('Return')
        contents = self.kring.save(lambda contents: find(contents, 'Who brings her?'), 'a question')
        task = find(contents, 'Who brings her?')
        assert task['sort'] == 'question' and task['about'] == ['noor'], task

    def nothing_asked(self):
        self.kring.key('question')
        time.sleep(0.3)
        self.kring.key('Escape')
        self.kring.key('ctrl+z')
        self.kring.save(lambda contents: contents['tasks'] == self.before, 'no question')
        self.kring.key('ctrl+shift+z')
        self.kring.save(lambda contents: len(contents['tasks']) == len(self.before) + 1, 'one again')

    def done_on_the_page(self):
        self.kring.key('ctrl+4')
        time.sleep(0.5)
        self.kring.key('Down', 'space')
        contents = self.kring.save(
            lambda contents: any(task.get('state') == 'done' for task in contents['tasks']), 'done')
        assert sum(task.get('state') == 'done' for task in contents['tasks']) == 1
        # The row went; its neighbour has the keyboard now.
        self.kring.key('space')
        self.kring.save(lambda contents: sum(task.get('state') == 'done'
                                             for task in contents['tasks']) == 2, 'the next')
        self.kring.key('ctrl+z', times=2)
        self.kring.save(lambda contents: not any('state' in task for task in contents['tasks']),
                        'both open')

    def edit_fields(self):
        self.kring.key('F2')
        time.sleep(0.5)
        self.kring.type('Another name')
        self.kring.key('Escape')
        self.kring.save(lambda contents: find(contents, 'Another name'), 'another name')
        self.kring.key('ctrl+z')
        self.kring.save(lambda contents: not find(contents, 'Another name'), 'the name of before')

    def prompts(self):
        self.kring.key('ctrl+u')
        time.sleep(0.5)
        self.kring.key('question')
        contents = self.kring.save(lambda contents: len(contents['tasks']) == len(self.before) + 2,
                                   'a question of a prompt')
        assert len(aside(contents)) == 1, aside(contents)
        self.kring.key('Delete')
        self.kring.save(lambda contents: len(aside(contents)) == 2, 'one set aside')
        self.kring.key('ctrl+z', times=2)
        self.kring.save(lambda contents: not aside(contents), 'all asked again')

    def to_the_map(self):
        """Enter leads to the item: what is typed next is about it."""
        self.kring.key('ctrl+u')
        time.sleep(0.5)
        self.kring.key('Home', 'Return')
        time.sleep(0.5)
        self.kring.key('question')
        time.sleep(0.3)
        self.kring.type('Really?')
        self.kring.key('Return')
        contents = self.kring.save(lambda contents: find(contents, 'Really?'), 'about the item')
        assert find(contents, 'Really?')['about'] == ['manu'], find(contents, 'Really?')


job.run_job(Tasks)
