# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of rooms, read from src/README.md: what each room may include and link."""
import fence

HEADING = '| room |'


class Room:
    def __init__(self, name, rooms, libraries):
        self.name = name
        self.rooms = rooms
        self.libraries = libraries


def words(cell):
    return cell.replace('`', '').replace(',', ' ').replace('–', ' ').split()


def read_table(top):
    """The rooms by name, in the order of the table."""
    table = {}
    inside = False
    for line in fence.read(top, 'src/README.md').splitlines():
        if line.startswith(HEADING):
            inside = True
        elif not line.startswith('|'):
            inside = False
        elif inside and not line.startswith('| ---'):
            name, _, rooms, libraries = (cell.strip() for cell in line.strip('|').split('|'))
            name = name.strip('`')
            table[name] = Room(name, set(words(rooms)), set(words(libraries)) | {'glib'})
    return table
