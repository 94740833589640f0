# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses Kring as a person does: real pointer and key events through the X server, and nothing known
of what is inside but the files it saves."""
import hashlib
import json
import os
import subprocess
import sys
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(TOP, '_build'))
PROGRAM = os.path.join(BUILD, 'src/gtk/app/kring')
CLI = os.path.join(BUILD, 'src/cli/kring-cli')

WIDTH, HEIGHT = 1500, 950
PATIENCE = 45


def read(path):
    with open(path, encoding='utf-8') as stream:
        return json.load(stream)


def digest(path):
    try:
        with open(path, 'rb') as stream:
            return hashlib.sha256(stream.read()).digest()
    except FileNotFoundError:
        return None


def wait_for(condition, what):
    """The first true value of @condition, or a failure that says @what was waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f'waited in vain for {what}')


def do(*words):
    return subprocess.run(['xdotool', *map(str, words)], check=True, capture_output=True,
                          text=True).stdout


def grab(area, space):
    """The pixels of a part of the screen, x, y, width and height, in an ImageMagick form."""
    x, y, width, height = area
    return subprocess.run(['import', '-window', 'root', '-crop', f'{width}x{height}+{x}+{y}',
                           '-depth', '8', space], capture_output=True, check=True).stdout


def count_ink(areas):
    """How many dark pixels there are in each of these parts of the screen."""
    return tuple(sum(pixel < 110 for pixel in grab(area, 'gray:-')) for area in areas)


def run_cli(*words):
    """What the program without a window says, which must go well."""
    return subprocess.run([CLI, *words], check=True, capture_output=True, text=True).stdout


class Kring:
    """A running Kring with one window, of which (0, 0) is the top left corner; without @path on its
    start page."""

    def __init__(self, program, path=None):
        self.path = path
        self.process = subprocess.Popen([program, *([path] if path else [])])
        self.window = wait_for(self.find_window, 'the window')
        do('windowsize', '--sync', self.window, WIDTH, HEIGHT)
        do('windowmove', self.window, 0, 0)
        do('windowfocus', '--sync', self.window)
        time.sleep(1)

    def list_windows(self):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                               str(self.process.pid)], capture_output=True,
                              text=True).stdout.split()

    def find_window(self):
        windows = self.list_windows()
        return windows[-1] if windows else None

    def follow(self, action, what):
        """The window that @action brings, moved to the top left corner and given the keyboard."""
        before = set(self.list_windows())
        action()
        window = wait_for(lambda: next(iter(set(self.list_windows()) - before), None), what)
        do('windowmove', '--sync', window, 0, 0)
        do('windowraise', window)
        do('windowfocus', '--sync', window)
        time.sleep(0.6)
        return window

    def return_to_map(self):
        wait_for(lambda: self.list_windows() == [self.window], 'the closing of other windows')
        do('windowfocus', '--sync', self.window)
        time.sleep(0.3)

    def key(self, *keys, times=1):
        for _ in range(times if keys else 0):
            do('key', '--delay', 30, *keys)
        time.sleep(0.15)

    def type(self, text):
        do('type', '--delay', 25, text)
        time.sleep(0.15)

    def move(self, point):
        do('mousemove', *(round(number) for number in point))
        time.sleep(0.05)

    def close_menu(self):
        """Esc, until the menu is gone; the pointer stays where it is."""
        menu = self.list_windows()
        self.key('Escape')
        wait_for(lambda: len(self.list_windows()) < len(menu), 'the closing of a menu')
        time.sleep(0.3)

    def press(self):
        """A click where the pointer is."""
        do('click', 1)
        time.sleep(0.6)

    def click(self, point, times=1):
        self.move(point)
        do('click', '--repeat', times, '--delay', 60, 1)
        time.sleep(0.6)

    def drag(self, start, end, steps=8):
        self.move(start)
        do('mousedown', 1)
        for step in range(1, steps + 1):
            self.move([a + (b - a) * step / steps for a, b in zip(start, end)])
        do('mouseup', 1)
        time.sleep(0.5)

    def fit(self, areas, least):
        """Brings the whole map in sight, with ink in all these parts of it: how much there is."""
        def fitted():
            self.key('ctrl+0')
            time.sleep(1)  # until it stands still
            ink = count_ink(areas)
            return ink if min(ink) > least else None
        return wait_for(fitted, 'the whole map')

    def save(self, expected, what):
        """Saves until the file on disk is as @expected, a function of its contents."""
        def saved():
            self.key('ctrl+s')
            try:
                contents = read(self.path)
            except (FileNotFoundError, json.JSONDecodeError):
                return None
            return contents if expected(contents) else None
        return wait_for(saved, what)

    def picture(self, path):
        subprocess.run(['import', '-window', 'root', path], check=False)

    def quit(self):
        self.key('ctrl+q')
        wait_for(lambda: self.process.poll() is not None, 'the end of Kring')

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def environment(folder):
    """What Kring may know of the machine it runs on: nothing but a folder of its own."""
    own = {'HOME': folder, 'XDG_CONFIG_HOME': f'{folder}/config', 'XDG_DATA_HOME': f'{folder}/data',
           'XDG_CACHE_HOME': f'{folder}/cache', 'XDG_STATE_HOME': f'{folder}/state',
           'GSETTINGS_BACKEND': 'memory', 'GSETTINGS_SCHEMA_DIR': f'{BUILD}/data',
           'KRING_DATADIR': f'{TOP}/data', 'GTK_USE_PORTAL': '0', 'ADW_DISABLE_PORTAL': '1',
           'GSK_RENDERER': 'cairo', 'NO_AT_BRIDGE': '1', 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}
    os.environ.update(own)
