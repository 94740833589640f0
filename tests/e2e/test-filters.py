#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking at a part and changing what is known, one after the other: filters are set and cleared
with the pointer and the keys, somebody is refuted, a period is drawn, and undoing it all brings
back the file as it was."""
import driver
import job

MAP = {
    'kring': 1, 'minor': 1, 'case': {'centre': ['a']},
    'persons': [{'id': 'a', 'name': 'Ada', 'position': [0, 0], 'party': 'together'},
                {'id': 'b', 'name': 'Bo', 'position': [-250, 0], 'party': 'care'},
                {'id': 'c', 'name': 'Cor', 'position': [250, 0], 'party': 'police'}],
    'events': [{'id': 'e', 'name': 'Seen', 'when': '2025-09-01', 'involved': ['b']},
               {'id': 'f', 'name': 'Found', 'when': '2025-11-30', 'involved': ['c']}],
    'ties': [{'id': 'x', 'from': 'a', 'to': 'b', 'kind': 'knows', 'until': '2025-09-20',
              'party': 'care'},
             {'id': 'y', 'from': 'a', 'to': 'c', 'kind': 'knows', 'since': '2025-11-01',
              'party': 'police'}],
}

FUNNEL = (34, 97)
# Where the shadow of its menu lies over it.
LOW_ON_FUNNEL = (34, 106)
# From the bottom of the window to the line of time, which is as wide as the window.
AXIS = 95
# Where Bo and Cor are: x, y, width, height.
AREAS = (436, 308, 130, 85), (936, 308, 130, 85)
COR = (1000, 343)


def find_chip():
    """Where a chip beside the funnel ends, or None: it is the only blue on that line."""
    row = driver.grab((60, FUNNEL[1] - 14, 700, 1), 'rgb:-')
    blue = [x for x in range(700) if row[3 * x + 2] - row[3 * x] > 14]
    return 60 + blue[-1] if blue else None


def faded(before, left, right):
    """Whether those on the left and right are as much faded as is said, soon."""
    def same():
        now = driver.count_ink(AREAS)
        return all((ink < whole * 0.6) == gone
                   for ink, whole, gone in zip(now, before, (left, right)))
    try:
        return driver.wait_for(same, 'the fading')
    except AssertionError:
        return False


def run_filters(kring, before):
    kring.key('alt+shift+1')
    yield 'a key fades what care brought in', faded(before, True, False)
    end = driver.wait_for(find_chip, 'a chip')
    kring.click((end - 16, FUNNEL[1]))
    yield 'a click on the cross of its chip brings it back', faded(before, False, False)
    yield 'and the chip is gone', find_chip() is None

    kring.click(FUNNEL)
    kring.type('bo')
    kring.key('Escape')
    yield 'words that are typed in the menu fade the others', faded(before, False, True)
    yield 'with a chip', find_chip() is not None
    kring.key('ctrl+shift+BackSpace')
    yield 'one key clears all filters', faded(before, False, False) and find_chip() is None
    kring.click(LOW_ON_FUNNEL)
    kring.close_menu()
    kring.press()
    kring.type('bo')
    kring.key('Escape')
    yield 'a menu that was closed opens again under a pointer that did not move', (
        faded(before, False, True))
    kring.key('ctrl+shift+BackSpace')
    yield 'and is cleared as well', faded(before, False, False) and find_chip() is None
    yield 'nothing of it is in the file', driver.read(kring.path) == MAP


def is_refuted(contents):
    return contents['persons'][2].get('certainty') == 'refuted'


def dup_known(contents):
    """What is known, without when each of it was written."""
    known = {key: value for key, value in contents.items() if key not in ('minor', 'seen')}
    known['persons'] = [{key: value for key, value in person.items() if key != 'stamps'}
                        for person in known['persons']]
    return known


def run(kring):
    kring.key('F9', 'ctrl+t')
    before = kring.fit(AREAS, 60)
    yield from run_filters(kring, before)

    kring.click(COR)
    kring.key('5')
    yield 'a key refutes', kring.save(is_refuted, 'who was refuted') is not None

    line = driver.HEIGHT - AXIS
    kring.key('Escape')
    kring.drag((10, line), (driver.WIDTH // 2, line))
    yield 'a period that is drawn fades who was there before', driver.count_ink(AREAS)[0] < before[0] * 0.6

    kring.click((driver.WIDTH // 2, 600))
    kring.key('ctrl+z')
    yield 'undo brings back the file as it was', \
        kring.save(lambda contents: dup_known(contents) == dup_known(MAP),
                   'the file as it was') is not None
    kring.key('ctrl+shift+z')
    yield 'redo refutes again', kring.save(is_refuted, 'who was refuted again') is not None


job.run_checks('filters', MAP, run)
