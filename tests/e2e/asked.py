# SPDX-License-Identifier: GPL-3.0-or-later
"""What the walk over the tree goes to beside the pages of a map: menus, lists that fold out, bars,
and the questions that are asked. Of each how one comes there, keys and functions of the walk; what
is seen then, a role and how its name begins; and what has the keyboard."""
import os
import shutil

import driver

BACKGROUND = (500, 800)
PANEL = ('panel', 'Map, ')
SPARE = 'elders'


def menu_at(point):
    """The right button there."""
    def ask(walk):
        walk.kring.move(point)
        driver.do('click', 3)
    return ask


def enter(walk):
    """The keyboard to the window that was opened last, which is the one that asks."""
    window = driver.wait_for(lambda: [window for window in walk.kring.list_windows()
                                      if window not in walk.known], 'a window that asks')[-1]
    walk.known.add(window)
    driver.do('windowfocus', '--sync', window)


def leave(walk):
    """Takes back what was asked last."""
    before = walk.kring.list_windows()
    walk.kring.key('Escape')
    driver.wait_for(lambda: set(before) - set(walk.kring.list_windows()), 'the end of a question')
    driver.do('windowfocus', '--sync', walk.kring.window)


def expect(role, name):
    """Goes on when that has come."""
    return lambda walk: walk.tree.wait_for(role, name)


def typed(text):
    return lambda walk: walk.kring.type(text)


def move_folder(walk):
    os.rename(os.path.dirname(walk.path), os.path.join(walk.folder, SPARE))


def move_file(walk):
    """The folder is back, the file is not."""
    os.rename(os.path.join(walk.folder, SPARE), os.path.dirname(walk.path))
    os.rename(walk.path, walk.path + SPARE)


def write_another(walk):
    """The file is back, and not as it was."""
    os.rename(walk.path + SPARE, walk.path)
    with open(walk.path, 'a', encoding='utf-8') as stream:
        stream.write(' ')


def block_recovery(walk):
    """Where copies are kept there is something else."""
    folder = os.path.join(os.environ['XDG_DATA_HOME'], 'kring')
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.environ['XDG_DATA_HOME'], exist_ok=True)
    with open(folder, 'w', encoding='utf-8'):
        pass


def start_again(walk):
    """After it was killed; the window is older than what it asks."""
    walk.kring.kill()
    walk.start(walk.path)
    windows = driver.wait_for(lambda: len(walk.kring.list_windows()) > 1 and
                              walk.kring.list_windows(), 'the window and what it asks')
    walk.kring.window = min(windows, key=int)
    walk.known = {walk.kring.window}


MENUS = [
    ('what is told', ['Home', 'period', 'Delete'], ('push button', 'Close This Message'), PANEL),
    ('the menu of the background', ['ctrl+z', menu_at(BACKGROUND)], ('menu item', 'Person Here'),
     ('menu item', 'Person Here')),
    ('the layouts in that menu', ['Up', 'Return'], ('menu item', 'Rings'), ('menu item', 'Layout')),
    ('presenting', ['Escape', 'Escape', 'Escape', 'F5'], PANEL, PANEL),
    ('the kinds of a list', ['Escape', 'ctrl+2', expect('table row', ''), 'Tab', 'space'],
     ('list', 'Kind'), ('list item', 'Everything')),
    ('what a list adds', ['Escape', 'Tab', 'space'], ('menu item', 'Earlier meeting'),
     ('menu item', 'Person')),
    ('the menu of a row', ['Escape', *['Tab'] * 5, 'Down', 'Down', 'space', 'Menu'],
     ('menu item', 'Show details'), ('menu item', 'Show details')),
]
QUESTIONS = [
    ('what is typed and not noted', ['ctrl+1', 'Escape', 'Home', 'w', expect('text', 'What we see'),
                                     typed('seen at the gate'), 'ctrl+w', enter],
     ('dialog', 'Note what was typed?'), ('push button', 'Note It')),
    ('the end with changes', [leave, 'Escape', 'Escape', 'Home', '3', 'ctrl+w', enter],
     ('dialog', 'Save the changes?'), ('push button', 'Save')),
    ('a map that cannot be saved', [leave, move_folder, 'ctrl+s', enter],
     ('dialog', 'The map could not be saved'), ('push button', 'Choose Another Place…')),
    ('a file that is gone', [leave, move_file, 'ctrl+s', enter],
     ('dialog', 'The file is not there any more'), ('push button', 'Save Again')),
    ('a file that somebody else changed', [leave, write_another, 'ctrl+s', enter],
     ('dialog', 'Someone else has changed this file'), ('push button', 'Save As…')),
    ('the bar that says so', [leave], ('alert', 'Someone else has changed this file'), PANEL),
    ('the offer to go on', ['ctrl+comma', enter, leave, start_again, enter],
     ('dialog', 'Go on where you were?'), ('push button', 'Restore')),
    ('work that cannot be kept', [leave, block_recovery, 'Home', '2'],
     ('alert', 'Kring cannot keep a copy'), PANEL),
]
