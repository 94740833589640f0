#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The line of time under the map, with the pointer and the keyboard: a period is drawn and moved,
the map fades what is of another time, everything comes back, and an event is added on a day."""
import re
import time

import driver
import job

# Two persons who were there one after the other, beside the one it is about.
MAP = {
    'kring': 1, 'minor': 1, 'case': {'centre': ['a']},
    'persons': [{'id': 'a', 'name': 'Ada', 'position': [0, 0]},
                {'id': 'b', 'name': 'Bo', 'position': [-250, 0]},
                {'id': 'c', 'name': 'Cor', 'position': [250, 0]}],
    'events': [{'id': 'e', 'name': 'Seen', 'when': '2025-09-01', 'involved': ['b']},
               {'id': 'f', 'name': 'Found', 'when': '2025-11-30', 'involved': ['c']}],
    'ties': [{'id': 'x', 'from': 'a', 'to': 'b', 'kind': 'knows', 'until': '2025-09-20'},
             {'id': 'y', 'from': 'a', 'to': 'c', 'kind': 'knows', 'since': '2025-11-01'}],
}

# The line of time runs over the whole width of the window, this far above its bottom.
AXIS = 95
# Where Bo and Cor are: x, y, width, height.
AREAS = (436, 308, 130, 85), (936, 308, 130, 85)
# The button that shows all of time again.
EVERYTHING = driver.WIDTH - 332, driver.HEIGHT - 177
LEFT, RIGHT = (10, driver.HEIGHT - AXIS), (driver.WIDTH - 10, driver.HEIGHT - AXIS)


def look():
    return driver.count_ink(AREAS)


def is_added(contents):
    return any(event['name'] == 'lost' and re.fullmatch(r'2025-1\d-\d\d', event['when'])
               for event in contents['events'])


def run(kring):
    kring.key('F9', 'ctrl+t')
    before = kring.fit(AREAS, 60)

    # The last handle goes to the left: what began later fades.
    kring.drag(RIGHT, (driver.WIDTH // 2, RIGHT[1]))
    early = look()
    yield 'who came later fades', early[0] > before[0] * 0.7 and early[1] < before[1] * 0.5

    # The period as a whole to the right: now the other way round.
    kring.drag((driver.WIDTH // 4, RIGHT[1] + 18), (driver.WIDTH - 40, RIGHT[1] + 18))
    late = look()
    yield 'who was gone fades', late[0] < before[0] * 0.5 and late[1] > before[1] * 0.7

    # The button beside the period: all of time again.
    kring.click(EVERYTHING)
    again = look()
    yield 'all of time comes back', abs(again[0] - before[0]) < 40 and abs(again[1] - before[1]) < 40

    # The same with keys: the first handle is the next stop after the line itself.
    kring.drag(LEFT, (driver.WIDTH * 3 // 4, LEFT[1]))
    kring.key('Home')
    time.sleep(0.6)
    home = look()
    yield 'a key opens an end', abs(home[0] - before[0]) < 40 and abs(home[1] - before[1]) < 40
    yield 'nothing of it is in the file', driver.read(kring.path) == MAP

    # Two clicks beside the signs: what happened on that day.
    kring.click((driver.WIDTH // 2, RIGHT[1] + 30), times=2)
    kring.type('lost')
    kring.key('Return')
    yield 'an event is added on a day', kring.save(is_added, 'the event') is not None


job.run_checks('time', MAP, run)
