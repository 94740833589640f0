# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology is told: the tree of a running Kring on the accessibility bus, as a
screen reader walks it."""
import os
import re

import pyatspi
from gi.repository import GLib

import driver

# GTK 4.8 names a thing without a name after its class, and that is what would be spoken.
CLASS = re.compile(r'(Gtk|Gdk|Adw|Kring)[A-Z]\w*$')
# An underscore that says which letter is the key of a button is no part of its name.
MNEMONIC = re.compile(r'(^|\s)_\w')
# What is asked may just be going, with its window or its application, or not know how many are in it.
GONE = (LookupError, RuntimeError, ValueError, GLib.Error)
# What one does something with. The rest of the tree is boxes, pictures and labels.
CONTROLS = {pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX,
            pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_COMBO_BOX,
            pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_LIST_BOX, pyatspi.ROLE_SLIDER,
            pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_LINK, pyatspi.ROLE_MENU_ITEM,
            pyatspi.ROLE_CHECK_MENU_ITEM, pyatspi.ROLE_RADIO_MENU_ITEM, pyatspi.ROLE_PAGE_TAB,
            pyatspi.ROLE_COLUMN_HEADER, pyatspi.ROLE_DIALOG, pyatspi.ROLE_FRAME}


def switch_on(folder):
    """Programs that start from now on are in the tree."""
    driver.environment(folder)
    os.environ.pop('NO_AT_BRIDGE')
    os.environ['GTK_A11Y'] = 'atspi'


def is_name(name):
    return bool(name.strip()) and not CLASS.match(name) and not MNEMONIC.search(name)


def has_state(node, state):
    return node.getState().contains(state)


def is_control(node):
    return node.getRole() in CONTROLS or has_state(node, pyatspi.STATE_FOCUSABLE)


def is_shown(node):
    """Whether it has a place: GTK 4.8 lists pages that are not shown as well, which have none."""
    try:
        return node.queryComponent().getExtents(pyatspi.WINDOW_COORDS).width > 0
    except NotImplementedError:
        return True


def holds_control(node):
    return any(is_control(child) or holds_control(child) for child in node if child is not None)


def is_landing(node):
    """What only scrolls has the keyboard when there is nothing in it that could have it."""
    return node.getRole() != pyatspi.ROLE_SCROLL_PANE or not holds_control(node)


def text_of(node):
    """What stands in an entry."""
    text = node.queryText()
    return text.getText(0, text.characterCount)


class Tree:
    """The tree of the program with the number @pid."""

    def __init__(self, pid):
        self.pid = pid
        self.events = []
        self.application = driver.wait_for(self.find_application, 'the accessibility tree')

    def find_application(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.pid:
                return application
        return None

    def walk(self, node=None, path=()):
        """Every node that is shown, with the roles and names on the way to it. What is just going is
        passed over, and so is all that is in what is not shown: pages of which the rows are thousands."""
        node = node or self.application
        try:
            if not is_shown(node):
                return
            path = (*path, f'{node.getRoleName()} "{node.name}"')
            children = list(node)
        except GONE:
            return
        yield path, node
        for child in children:
            if child is not None:
                yield from self.walk(child, path)

    def find_each(self, role, name=''):
        """Those shown with the role of this name whose own name begins with @name, one by one."""
        def suits(node):
            try:
                return node.getRoleName() == role and node.name.startswith(name)
            except GONE:
                return False
        return (node for _, node in self.walk() if suits(node))

    def find_all(self, role, name=''):
        return list(self.find_each(role, name))

    def find(self, role, name=''):
        return next(self.find_each(role, name), None)

    def wait_for(self, role, name=''):
        return driver.wait_for(lambda: self.find(role, name), f'{role} "{name}"')

    def find_window(self, node):
        """The window, or dialog, that @node is in."""
        while node.parent is not None and node.parent.getRole() != pyatspi.ROLE_APPLICATION:
            node = node.parent
        return node

    def find_focus(self, window=None):
        """What has the keyboard, as far as a screen reader is told; every window has its own."""
        for _, node in self.walk(window):
            try:
                if has_state(node, pyatspi.STATE_FOCUSED):
                    return node
            except GONE:
                continue
        return None

    def list_nameless(self):
        """The ways to the controls that have no name."""
        nameless = []
        for path, node in self.walk():
            try:
                if is_control(node) and not is_name(node.name) and is_landing(node):
                    nameless.append(' / '.join(path[-4:]))
            except GONE:
                continue
        return nameless

    def listen(self, *kinds):
        """Keeps what is told in self.events, as kind, role, name and new value."""
        def heard(event):
            try:
                self.events.append((event.type, event.source.getRoleName(), event.source.name,
                                    event.any_data))
            except GONE:
                pass
        self.heard = heard
        pyatspi.Registry.registerEventListener(heard, *kinds)

    def hear(self):
        """Takes in what was told meanwhile."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.events
