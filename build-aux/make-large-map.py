#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/examples/groot.kring: a map of about ninety invented people, for seeing and measuring
how Kring does with many. The same seed gives the same file.

    build-aux/make-large-map.py > data/examples/groot.kring
"""
import json
import math
import random

SEED = 20251120
DATE = '2025-11-20'

WOMEN = '''Aafke Amber Annelot Bente Britt Carlijn Chaima Daphne Demi Dilara Elif Esmee Fenna Floor
Fatima Gwen Hanna Hiba Imke Indy Jasmijn Jolijn Kiki Lara Lotte Maud Meryem Mila Naomi Nienke Olga
Pien Puck Renske Roos Saar Selin Silke Tess Tirza Vera Wiebke Yfke Yasmine Zoë Mirte Lente'''.split()
MEN = '''Abel Aziz Bas Bilal Bram Cas Daan Dirk Emre Evert Faas Gijs Hakan Hidde Idris Ivar Jelle
Joep Karim Koen Lars Levi Luuk Mats Mees Morris Niek Olaf Otis Pim Quinten Ravi Ruben Samir Sjoerd
Stijn Teun Thijs Umut Viggo Wessel Xander Youssef Ysbrand Zeger Boaz Casper'''.split()

# Band of the rings: radii across and down, how many people, turned by how much of a step, how near.
BANDS = ((205, 150, 6, 0, 'near'), (402, 281, 10, .5, 'middle'), (582, 386, 14, .25, 'far'))
TIES_OF_BAND = {
    'near': (('familie', 'close'), ('vriendin', 'close'), ('oom', 'support')),
    'middle': (('vriend', None), ('buurvrouw', 'support'), ('klasgenoot', None)),
    'far': (('kent', 'distant'), ('bekende', None), ('contact via internet', None)),
}
CLUSTERS = (
    ('Sportclub', 'Sporthal De Kuip', 'Sport', 'teamgenoot', (13, 30)),
    ('School', 'Het Veerhuis College', 'School', 'klasgenoot', (14, 18)),
    ('Werk', 'Bakkerij Zonneveld', 'Winkel', 'collega', (16, 62)),
    ('Buurt', 'Plein Oosterwal', 'Plein', 'buurtgenoot', (12, 70)),
    ('Muziek', 'Oefenruimte Noord', 'Zaal', 'speelt samen met', (15, 35)),
    ('Familie van ver', 'Boerderij Het Laar', 'Woning', 'familie', (8, 80)),
)
CLUSTER_RADII = (1240, 800)
CLUSTER_STEP = (150, 125)
CLUSTER_ROWS = (3, 4, 3)
ANY_AGE = (13, 58)

ORDER = {
    'person': ('id', 'name', 'sex', 'age', 'ring', 'position', 'party', 'recorded', 'certainty'),
    'place': ('id', 'name', 'type', 'position', 'party', 'recorded'),
    'group': ('id', 'name', 'members', 'party', 'recorded'),
    'tie': ('id', 'from', 'to', 'kind', 'quality', 'intensity', 'party', 'recorded', 'certainty'),
}
KEYS = {'person': 'persons', 'place': 'places', 'group': 'groups', 'tie': 'ties'}


class Map:
    def __init__(self):
        self.random = random.Random(SEED)
        self.items = {kind: [] for kind in ORDER}
        self.people = [(name, 'woman') for name in WOMEN] + [(name, 'man') for name in MEN]
        self.random.shuffle(self.people)

    def add(self, what, prefix, **fields):
        number = len(self.items[what]) + 1
        item = {'id': f'{prefix}{number:03d}', 'recorded': DATE, **fields}
        self.items[what].append(item)
        return item['id']

    def add_person(self, x, y, ages=ANY_AGE, ring=None):
        name, sex = self.people.pop()
        unsure = self.random.random()
        return self.add(
            'person', 'p', name=f'{name} {self.random.choice("ABDEGHJKLMNPRSTVWZ")}.', sex=sex,
            age=str(self.random.randint(*ages)), ring=ring, position=[round(x), round(y)],
            party=self.random.choice(('care', 'care', 'police', 'together')),
            certainty='probable' if unsure < .2 else 'suspected' if unsure < .3 else None)

    def get_position(self, person):
        return next(item['position'] for item in self.items['person'] if item['id'] == person)

    def distance(self, first, second):
        return math.dist(self.get_position(first), self.get_position(second))

    def add_tie(self, start, end, kind, quality=None):
        unsure = self.random.random()
        self.add('tie', 't', **{'from': start, 'to': end}, kind=kind, quality=quality,
                 intensity=self.random.choice((None, None, 'weak', 'strong')),
                 party=self.random.choice(('care', 'police')),
                 certainty='probable' if unsure < .25 else 'suspected' if unsure < .35 else None)


def add_bands(the_map, centre):
    """People in the rings; gives those of the outermost, who know the clusters outside."""
    ids = []
    for across, down, count, turn, ring in BANDS:
        ids = []
        for number in range(count):
            angle = 2 * math.pi * (number + turn) / count - math.pi / 2
            person = the_map.add_person(across * math.cos(angle), down * math.sin(angle),
                                        ring=ring)
            the_map.add_tie(person, centre, *the_map.random.choice(TIES_OF_BAND[ring]))
            ids.append(person)
    return ids


def add_cluster(the_map, number, known):
    name, place_name, place_type, word, ages = CLUSTERS[number]
    angle = 2 * math.pi * (number + .5) / len(CLUSTERS) - math.pi / 2
    middle = (CLUSTER_RADII[0] * math.cos(angle), CLUSTER_RADII[1] * math.sin(angle))
    place = the_map.add('place', 'l', name=place_name, type=place_type, party='care',
                        position=[round(middle[0]), round(middle[1])])
    members = []
    for row, columns in enumerate(CLUSTER_ROWS):
        for column in range(columns):
            x = middle[0] + (column - (columns - 1) / 2) * CLUSTER_STEP[0]
            y = middle[1] + (row - 1) * CLUSTER_STEP[1]
            members.append(the_map.add_person(x, y, ages))
    # The place takes the middle of the cluster, so its row opens up around it.
    for shift, member in zip((-1, -1, 1, 1), members[3:7]):
        the_map.get_position(member)[0] += shift * CLUSTER_STEP[0] // 2
    for member in members[::3]:
        the_map.add_tie(member, place, 'komt bij')
    # Neighbours in a row know each other; the place stands between the two in the middle.
    for first in (0, 1, 3, 5, 7, 8):
        quality = the_map.random.choice((None, None, 'close', 'tense'))
        the_map.add_tie(members[first], members[first + 1], word, quality)
    the_map.add_tie(known, min(members, key=lambda item: the_map.distance(known, item)), 'kent')
    the_map.add('group', 'g', name=name, members=sorted(members + [place]), party='care')


def to_json(case, items):
    def write(fields, depth):
        pad = '  ' * depth
        lines = [f'{pad}  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}'
                 for name, value in fields if value is not None]
        return '{\n' + ',\n'.join(lines) + f'\n{pad}}}'

    parts = ['  "kring": 1', '  "minor": 0', f'  "case": {write(case.items(), 1)}']
    for kind, order in ORDER.items():
        texts = [write(((name, item.get(name)) for name in order), 2) for item in items[kind]]
        parts.append(f'  "{KEYS[kind]}": [\n    ' + ',\n    '.join(texts) + '\n  ]')
    return '{\n' + ',\n'.join(parts) + '\n}'


def main():
    the_map = Map()
    centre = the_map.add_person(0, 0, (15, 15))
    outermost = add_bands(the_map, centre)
    for number in range(len(CLUSTERS)):
        share = (number + .5) / len(CLUSTERS)
        add_cluster(the_map, number, outermost[int(share * len(outermost))])
    case = {
        'title': 'Grote voorbeeldkaart', 'reference': 'Alles in deze kaart is verzonnen',
        'centre': [centre], 'meeting': DATE, 'version': '1',
        'purpose': 'zien hoe een grote kaart werkt',
    }
    print(to_json(case, the_map.items))


main()
