# SPDX-License-Identifier: GPL-3.0-or-later
"""What the walk over the tree goes to beside the pages of a map: menus, lists that fold out, bars,
and the questions that are asked. Of each how one comes there, keys and functions of the walk; what
is seen then, a role and how its name begins; and what has the keyboard."""
import os
import re
import shutil

import driver
import tree

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


def damage_words():
    """What was typed and not noted cannot be read back."""
    for folder, _, names in os.walk(os.path.join(os.environ['XDG_DATA_HOME'], 'kring')):
        for name in names:
            stem, ending = os.path.splitext(name)
            if ending in ('.kring', '.typed'):
                with open(os.path.join(folder, stem + '.typed'), 'w', encoding='utf-8') as stream:
                    stream.write('no words')


def start_again(walk):
    """After it was killed."""
    walk.kring.kill()
    damage_words()
    walk.start(walk.path)
    find_first_window(walk)


def find_first_window(walk):
    """The window is older than what it asks."""
    windows = driver.wait_for(lambda: len(walk.kring.list_windows()) > 1 and
                              walk.kring.list_windows(), 'the window and what it asks')
    walk.kring.window = min(windows, key=int)
    walk.known = {walk.kring.window}


def leave_restored(walk):
    """Takes back what was asked in the window that took the place of the first."""
    before = walk.kring.list_windows()
    walk.kring.key('Escape')
    windows = driver.wait_for(lambda: len(walk.kring.list_windows()) < len(before) and
                              walk.kring.list_windows(), 'the end of a message')
    walk.kring.window = min(windows, key=int)
    walk.known = {walk.kring.window}
    driver.do('windowfocus', '--sync', walk.kring.window)


MENUS = [
    ('what is told', ['Home', 'period', 'Delete'], ('push button', 'Close This Message'), PANEL),
    ('the menu of the background', ['ctrl+z', menu_at(BACKGROUND)], ('menu item', 'Person Here'),
     ('menu item', 'Person Here')),
    ('the layouts in that menu', ['Up', 'Return'], ('menu item', 'Rings'), ('menu item', 'Layout')),
    ('the kinds of a list', ['Escape', 'Escape', 'Escape', 'ctrl+2', expect('table row', ''), 'Tab', 'space'],
     ('list', 'Kind'), ('list item', 'Everything')),
    ('what a list adds', ['Escape', 'Tab', 'space'], ('menu item', 'Earlier meeting'),
     ('menu item', 'Person')),
    ('the menu of a row', ['Escape', *['Tab'] * 5, 'Down', 'Down', 'space', 'Menu'],
     ('menu item', 'Show details'), ('menu item', 'Show details')),
]
QUESTIONS = [
    ('who looks along', ['ctrl+1', 'Escape', 'Escape', 'F5', enter],
     ('dialog', 'Who is going to look?'), ('combo box', 'For whom')),
    ('what others see', ['Return', enter], ('image', 'Map, '), ('image', 'Map, ')),
    ('what is typed and not noted', [leave, 'ctrl+1', 'Escape', 'Home', 'w', expect('text', 'What we see'),
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
    ('what is not back in its place', ['Return', enter],
     ('dialog', 'Not all that was typed is back'), ('push button', 'Close')),
    ('work that cannot be kept', [leave_restored, block_recovery, 'Home', '2'],
     ('alert', 'Kring cannot keep a copy'), PANEL),
]


def press(name):
    """The first button of that name that can be pressed, as a screen reader asks it to be."""
    def presses(node):
        try:
            return node.queryAction().doAction(0)
        except (*tree.GONE, NotImplementedError):
            return False

    def go(walk):
        driver.wait_for(lambda: any(presses(node)
                                    for node in walk.tree.find_each('push button', name)), name)
    return go


def open_broken(walk):
    """The program with a file that is no map."""
    path = os.path.join(walk.folder, 'broken.kring')
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write('not a map')
    walk.kring.kill()
    walk.start(path)
    find_first_window(walk)


def make_narrow(walk):
    driver.do('windowsize', '--sync', walk.kring.window, 400, 700)


def make_wide(walk):
    driver.do('windowsize', '--sync', walk.kring.window, driver.WIDTH, driver.HEIGHT)


FORMS = [
    ('who is at the centre', [press('Young person at the centre: Add')], ('entry', 'Search'),
     ('entry', 'Search')),
    ('the usual words for a tie', ['Escape', 'Escape', 'Escape', 'Home', 'period', 'space',
                                   press('Usual words')],
     ('list', 'Usual words'), ('list item', 'mother')),
    ('the other end of a tie', ['Escape', 'ctrl+1', 'Home', 'space', 'ctrl+2', press('Tie to')],
     ('entry', 'Search'), ('entry', 'Search')),
    ('a narrow window', ['Escape', 'ctrl+1', make_narrow], ('push button', 'Add Something')),
]
ENDS = [
    ('the texts that tell a name', ['Escape', make_wide, 'ctrl+e', enter, 'Tab', 'space', 'Down',
                                    'Down', 'Return', expect('list item', '182 texts tell a name'),
                                    'Tab', 'Tab', 'Return'],
     ('list', 'Texts that tell a name'), ('push button', 'All texts')),
    ('an export that fails', ['Escape', leave, 'ctrl+e', enter, 'Return', enter, 'ctrl+a',
                              typed('/proc/kaart.pdf'), 'Return', enter],
     ('dialog', 'The export could not be made')),
    ('a file that cannot be opened', [open_broken, enter], ('dialog', 'The map could not be opened'),
     ('push button', 'Close')),
]

# What opens something over the page: with each file that does, the steps that go there; NOT: it is
# not gone to. Choosers of files are the windows of the system, and the lists that fold out of a
# field are all named in one place.
OPENS = re.compile(r'\b(?:adw_message_dialog_new|adw_about_window_new|gtk_popover_new|create_dialog|'
                   r'gtk_popover_menu_new_from_model|gtk_menu_button_set_menu_model|'
                   r'gtk_(?:message_|info_|)(?:dialog|bar|window)_new\w*) \((?!Kring)|'
                   r'g_object_new \(GTK_TYPE_INFO_BAR|'
                   r'G_DEFINE_FINAL_TYPE \(\w+, \w+, (?:(?:GTK|ADW)_TYPE_\w*(?:POPOVER|WINDOW|DIALOG)|'
                   r'KRING_TYPE_ITEM_POPOVER)|'
                   r'<object class=["\']Gtk(?:Popover|InfoBar|ShortcutsWindow)["\']')
NOT = None
OPENERS = {
    'kring-action-menu.c': ['the shortcuts'],
    'kring-application.c': ['a file that cannot be opened', 'about Kring'],
    'kring-ask-popover.c': ['the card of a question'],
    'kring-canvas-menu.c': ['the menu of a person'],
    'kring-date-picker.c': ['the calendar'],
    'kring-draft-opener.c': ['what is not back in its place'],
    'kring-event-popover.c': ['the card of an event'],
    'kring-export-dialog.c': ['the export'],
    'kring-field-row-entry.c': ['the usual words for a tie'],
    'kring-copy-bar.ui': [NOT],
    'kring-file-bar.ui': ['work that cannot be kept', 'the bar that says so'],
    'kring-filter-menu.c': ['the filters'],
    'kring-header.c': ['the main menu'],
    'kring-layout-card.c': ['the layouts'],
    'kring-list-actions.c': ['the menu of a row'],
    'kring-list-cell.c': [NOT],
    'kring-list-view.c': ['what a list adds'],
    'kring-maker.c': ['an export that fails', NOT],
    'kring-pen-tray.c': [NOT],
    'kring-pen-tray.ui': [NOT],
    'kring-presentation.c': ['what others see'],
    'kring-presenting-question.c': ['who looks along'],
    'kring-preferences.c': ['the preferences'],
    'kring-question-card.c': ['the questions to the map'],
    'kring-recovery-offer.c': ['the offer to go on'],
    'kring-reminder-bar.c': [NOT],
    'kring-rename-popover.c': ['the name on the map'],
    'kring-saving.c': ['the end with changes', 'what is typed and not noted',
                       'a map that cannot be saved', 'a file that is gone',
                       'a file that somebody else changed', NOT, 'the end with changes'],
    'kring-search-popover.c': ['the search'],
    'kring-signal-popover.c': ['the card of a signal'],
    'kring-statement-popover.c': ['the card of a statement'],
    'kring-tie-popover.c': ['the card of a tie'],
    'kring-window.c': ['the map'],
    'kring-youth-window.c': ['the view of the young person'],
}


def list_unvisited(steps):
    """What the program opens and no step of these names goes to."""
    for folder, _, files in os.walk(os.path.join(driver.TOP, 'src')):
        for name in files:
            if not name.endswith(('.c', '.ui')):
                continue
            with open(os.path.join(folder, name), encoding='utf-8') as stream:
                opens = len(OPENS.findall(stream.read()))
            known = OPENERS.get(name, [])
            if opens != len(known):
                yield f'{name} opens {opens} things, of which {len(known)} have a step'
            yield from (f'{name}: no step "{step}"' for step in known if step not in (*steps, NOT))
