# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of rooms, read from src/README.md: where each room lies, what it may include and link."""
import fence

HEADING = '| wing | room |'


class Room:
    """One row. The name is unique in the house; the path is `wing/room`, or the wing alone."""

    def __init__(self, wing, name, rooms, libraries):
        self.wing = wing
        self.name = name
        self.path = name if wing == name else f'{wing}/{name}'
        self.rooms = rooms
        self.libraries = libraries


def words(cell):
    return cell.replace('`', '').replace(',', ' ').replace('–', ' ').split()


def open_wings(table, names):
    """@names, with the rooms so far in the place of a wing that is named whole."""
    opened = set()
    for name in names:
        of_wing = {room.name for room in table.values() if room.wing == name}
        opened |= of_wing or {name}
    return opened


def read_table(top):
    """The rooms by name, in the order of the table. A wing is named in the row of its first room."""
    table = {}
    wing = ''
    inside = False
    for line in fence.read(top, 'src/README.md').splitlines():
        if line.startswith(HEADING):
            inside = True
        elif not line.startswith('|'):
            inside = False
        elif inside and not line.startswith('| ---'):
            of, name, _, rooms, libraries = (cell.strip() for cell in line.strip('|').split('|'))
            wing = of.strip('`') or wing
            name = name.strip('`')
            table[name] = Room(wing, name, open_wings(table, words(rooms)),
                               set(words(libraries)) | {'glib'})
    return table


def by_path(table):
    return {room.path: room for room in table.values()}
