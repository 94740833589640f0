#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A random walk: clicks, drags, keys and words where chance has it, on a copy of the example, over
every page, card, menu and window, at every size. Nothing is expected but that the program goes on:
a crash, a critical warning or a report of a sanitizer fails. Made for a build with sanitizers.

KRING_WALK_SECONDS says how long, KRING_WALK_SEED where chance begins; a walk that failed leaves its
events in a file, which KRING_WALK_REPLAY takes again."""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

import driver

TROUBLE = re.compile(r'AddressSanitizer|UndefinedBehaviorSanitizer|runtime error:|-CRITICAL \*\*|'
                     r'-ERROR \*\*')
# What GTK 4.8 says of itself, with none of our calls on the stack: the menu of a text that is
# scrolled out of sight has no screen; the focus is asked of a window that is just going; and cairo
# is asked to draw what is shrunk to nothing.
KNOWN = re.compile(r'gdk_monitor_get_geometry: assertion|gtk_root_get_focus: assertion|'
                   r'gsk_render_node_draw: assertion')
SIZES = [(1500, 950), (1500, 950), (1366, 768), (1024, 768), (800, 600), (400, 700), (1280, 620)]
KEYS = ['Escape'] * 8 + [
    'Tab', 'Tab', 'shift+Tab', 'Return', 'Return', 'space', 'Up', 'Down', 'Left', 'Right', 'Delete',
    'F2', 'F5', 'F9', 'F10', 'shift+F10', 'Home', 'End', 'Page_Down', 'BackSpace', 'Menu',
    'ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+shift+z', 'ctrl+a', 'ctrl+c', 'ctrl+v', 'ctrl+x', 'ctrl+d',
    'ctrl+e', 'ctrl+f', 'ctrl+j', 'ctrl+l', 'ctrl+s', 'ctrl+0', 'ctrl+plus', 'ctrl+minus',
    'ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+4', 'ctrl+shift+0', 'ctrl+shift+1', 'ctrl+shift+2',
    'ctrl+shift+3', 'ctrl+shift+4', 'ctrl+shift+5', 'ctrl+shift+b', 'ctrl+shift+k', 'ctrl+shift+t',
    'ctrl+shift+f', 'ctrl+t', 'ctrl+g', 'ctrl+comma', 'alt+1', 'alt+2', 'alt+3', 'alt+Return',
    'v', 'p', 'l', 'r', 'm', 'g', 'f', 'k', 'c', 'x', 's', 'b', 'w', 'question', '1', '2', '3', '4',
    '5']
WORDS = ['Bo', 'Sam, m 17', 'Dex, m 22, ronselt', 'moeder', 'knows', 'cash', 'seen at 12-11',
         'Noor says he was there', 'yesterday', 'https://example.org', 'why', '2025-11-03', '?']
# How many of the last events are told.
HISTORY = 40


def is_trouble(line):
    return TROUBLE.search(line) and not KNOWN.search(line)


class Walk:
    """Events, each a list of words for xdotool or a pause in seconds; WINDOW stands for whichever
    window has the keyboard."""

    def __init__(self, folder, seed):
        self.folder = folder
        self.chance = random.Random(seed)
        self.path = os.path.join(folder, 'noor.kring')
        self.errors = os.path.join(folder, 'errors')
        self.events = []
        self.size = SIZES[0]
        self.process = self.window = None
        self.name = ''
        self.starts = 0

    def start(self):
        self.starts += 1
        shutil.copy(os.path.join(driver.TOP, 'data/examples/noor.kring'), self.path)
        with open(self.errors, 'ab') as errors:
            self.process = subprocess.Popen([driver.PROGRAM, self.path], cwd=self.folder,
                                            stderr=errors, stdout=errors)
        self.window = driver.wait_for(self.find_window, 'the window')
        self.send(['windowsize', 'WINDOW', *map(str, self.size), 'windowmove', 'WINDOW', '0', '0'])

    def find_window(self):
        """The newest window that is seen, of those that can have the keyboard."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                str(self.process.pid), '--name', '.'], capture_output=True,
                               text=True).stdout.split()
        return found[-1] if found else None

    def send(self, event):
        """Does one event; what xdotool cannot do, as the window has just gone, is left out."""
        self.events.append(event)
        if isinstance(event, float):
            time.sleep(event)
            return
        words = [self.window if word == 'WINDOW' else word for word in event]
        subprocess.run(['xdotool', *words], capture_output=True, timeout=20)

    def look(self):
        """Gives the keyboard to the window that is on top; begins again where the walk closed all."""
        if self.process.poll() is not None:
            if self.process.returncode == 0:
                self.start()
            return
        window = self.find_window()
        if window and window != self.window:
            self.window = window
            self.name = subprocess.run(['xdotool', 'getwindowname', window], capture_output=True,
                                       text=True).stdout.strip()
            self.send(['windowmove', 'WINDOW', '0', '0', 'windowraise', 'WINDOW'])
        self.send(['windowfocus', 'WINDOW'])

    def point(self):
        width, height = self.size
        return [str(self.chance.randrange(width)), str(self.chance.randrange(height))]

    def click(self):
        modifier = self.chance.choice([None, None, None, 'shift', 'ctrl'])
        press = ['click', '--repeat', str(self.chance.choice([1, 1, 1, 2])), '--delay', '40',
                 self.chance.choice(['1', '1', '1', '1', '3'])]
        words = ['mousemove', *self.point()]
        self.send(words + (['keydown', modifier, *press, 'keyup', modifier] if modifier else press))

    def drag(self):
        words = ['mousemove', *self.point(), 'mousedown', '1']
        for _ in range(4):
            words += ['mousemove', *self.point(), 'sleep', '0.02']
        self.send(words + ['mouseup', '1'])

    def hover(self):
        self.send(['mousemove', *self.point()])
        self.send(self.chance.choice([0.1, 0.7]))

    def scroll(self):
        button, many = self.chance.choice('4567'), str(self.chance.randrange(1, 6))
        scroll = ['click', '--repeat', many, '--delay', '10', button]
        control = self.chance.random() < 0.5
        self.send(['mousemove', *self.point()] +
                  (['keydown', 'ctrl', *scroll, 'keyup', 'ctrl'] if control else scroll))

    def press(self):
        many = self.chance.randrange(1, 4)
        self.send(['key', '--delay', '15', *(self.chance.choice(KEYS) for _ in range(many))])

    def type(self):
        self.send(['type', '--delay', '8', self.chance.choice(WORDS)])
        self.send(['key', self.chance.choice(['Return', 'Return', 'Tab', 'Escape'])])

    def menu(self):
        self.send(['key', '--delay', '20', self.chance.choice(['F10', 'shift+F10'])])
        self.send(['key', '--delay', '20', *['Down'] * self.chance.randrange(1, 22)])
        self.send(['key', self.chance.choice(['Return', 'Return', 'Escape'])])

    def try_layouts(self):
        """What is tried is shown while it is still being worked out: another is asked meanwhile."""
        self.send(['key', 'Escape', 'key', 'Escape', 'key', 'ctrl+shift+0'])
        for _ in range(self.chance.randrange(1, 6)):
            self.send(['key', self.chance.choice(['Down', 'Down', 'Up', 'Tab'])])
            self.send(self.chance.choice([0.05, 0.2, 0.5]))
        self.send(['key', self.chance.choice(['Return', 'Escape'])])

    def export(self):
        self.send(['key', 'Escape', 'key', 'ctrl+e'])
        self.send(0.4)
        self.look()
        self.send(['key', *['Tab'] * self.chance.randrange(0, 6)])
        self.send(['key', self.chance.choice(['Escape', 'space', 'Return'])])
        self.send(0.2)
        self.look()
        self.send(['key', 'Escape', 'key', 'Escape'])

    def resize(self):
        self.size = self.chance.choice(SIZES)
        self.send(['windowsize', 'WINDOW', *map(str, self.size)])
        self.send(0.1)

    def step(self):
        steps = [(self.click, 24), (self.press, 26), (self.drag, 8), (self.hover, 5),
                 (self.scroll, 7), (self.type, 7), (self.menu, 6), (self.try_layouts, 4),
                 (self.export, 2), (self.resize, 3)]
        do = self.chance.choices([do for do, _ in steps], [weight for _, weight in steps])[0]
        do()

    def find_trouble(self):
        with open(self.errors, encoding='utf-8', errors='replace') as stream:
            lines = stream.read().splitlines()
        if any(map(is_trouble, lines)):
            return self.read_all_trouble()
        if self.process.poll():
            return [f'ended with {self.process.returncode}', *lines[-20:]]
        return None

    def read_all_trouble(self):
        """From the first line on, once the program has told all of it."""
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            pass
        with open(self.errors, encoding='utf-8', errors='replace') as stream:
            lines = stream.read().splitlines()
        first = next(number for number, line in enumerate(lines) if is_trouble(line))
        return lines[first:first + 80]

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def run(self, seconds):
        end = time.monotonic() + seconds
        self.start()
        while time.monotonic() < end:
            self.look()
            self.step()
            trouble = self.find_trouble()
            if trouble:
                return trouble
        return self.find_trouble()

    def replay(self, path):
        with open(path, encoding='utf-8') as stream:
            events = json.load(stream)
        self.start()
        for event in events:
            if isinstance(event, list) and 'windowfocus' in event:
                self.window = self.find_window() or self.window
            self.send(event)
            trouble = self.find_trouble()
            if trouble:
                return trouble
        return None


def main():
    seconds = float(os.environ.get('KRING_WALK_SECONDS', '15'))
    seed = int(os.environ.get('KRING_WALK_SEED', '9'))
    replay = os.environ.get('KRING_WALK_REPLAY')
    folder = tempfile.mkdtemp(prefix='kring-walk-')
    driver.environment(folder)
    os.environ.setdefault('ASAN_OPTIONS', 'detect_stack_use_after_return=1')
    os.environ['ASAN_OPTIONS'] += ':detect_leaks=0'
    os.environ.pop('G_DEBUG', None)
    walk = Walk(folder, seed)
    print('1..1')
    try:
        trouble = walk.replay(replay) if replay else walk.run(seconds)
    finally:
        walk.stop()
    name = f'{seed} of {len(walk.events)} events, {walk.starts} starts'
    print(f'{"not ok" if trouble else "ok"} 1 - a walk from {name}')
    if trouble:
        path = os.path.join(driver.BUILD, 'e2e-walk.json')
        with open(path, 'w', encoding='utf-8') as stream:
            json.dump(walk.events, stream)
        print(f'# KRING_WALK_REPLAY={path} does it again; the last events were:')
        for line in [*map(str, walk.events[-HISTORY:]), *trouble]:
            print(f'# {line}')
        print(f'# in the window "{walk.name}"')
    shutil.rmtree(folder, ignore_errors=True)
    sys.exit(bool(trouble))


if __name__ == '__main__':
    main()
