#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Layouts of Kring beside Graphviz and igraph, in the same run on the same graphs.

Run by hand:  tests/bench/layout.py [--networks FOLDER] [--sizes 20,100,200] [--seeds 3]
Needs what only this bench needs: graphviz, python3-igraph, python3-numpy.

Every drawing is measured by the same code here: normalised stress (best scale), crossings of straight
lines, pairs of boxes of 120 x 40 that overlap at 160 units a step, lines through boxes of others,
smallest angle / ideal angle. Times are of the layout alone: what a program reports itself, or its run
less a run on a graph of one node. Figures are ratios to the best peer; 1.00 is as good as the best.
"""
import argparse
import collections
import json
import os
import random
import statistics
import subprocess
import tempfile
import time

import igraph
import numpy

STEP, WIDTH, HEIGHT = 160.0, 120.0, 40.0
TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Graph:
    def __init__(self, name, edges):
        self.name = name
        self.ids = sorted({v for edge in edges for v in edge})
        number = {v: i for i, v in enumerate(self.ids)}
        self.edges = sorted({tuple(sorted((number[a], number[b]))) for a, b in edges if a != b})
        self.n, self.m = len(self.ids), len(self.edges)
        self.near = [[] for _ in range(self.n)]
        for a, b in self.edges:
            self.near[a].append(b)
            self.near[b].append(a)
        self.root = max(range(self.n), key=lambda v: (len(self.near[v]), -v))
        self._distances = None

    @property
    def distances(self):
        if self._distances is None:
            whole = igraph.Graph(n=self.n, edges=self.edges)
            self._distances = numpy.array(whole.distances(), dtype=numpy.float32)
        return self._distances


def largest_component(edges):
    near = collections.defaultdict(set)
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    best, seen = set(), set()
    for start in sorted(near):
        if start in seen:
            continue
        part, stack = {start}, [start]
        while stack:
            for v in near[stack.pop()] - part:
                part.add(v)
                stack.append(v)
        seen |= part
        best = part if len(part) > len(best) else best
    return [(a, b) for a, b in edges if a in best]


def read_network(path):
    edges = []
    with open(path, encoding='utf-8') as file:
        for line in file:
            cells = line.rstrip('\n').split('\t')
            if not line.startswith('#') and len(cells) > 1 and cells[0] != cells[1]:
                edges.append((cells[0], cells[1]))
    return Graph(os.path.basename(path).rsplit('.', 1)[0], largest_component(edges))


def generate(n):
    """People in clusters with a few who know many: about 2.5 ties a person."""
    rand = random.Random(n)
    edges, ends = [], [0]
    for v in range(1, n):
        for _ in range(1 + (rand.random() < 0.85) + (rand.random() < 0.65)):
            u = rand.choice(ends) if rand.random() < 0.3 else max(0, v - rand.randint(1, 25))
            edges.append((f'n{u}', f'n{v}'))
            ends += [u, v]
    return Graph(f'made-{n}', [edge for edge in edges if edge[0] != edge[1]])


# ---------------------------------------------------------------- measures

def stress(graph, at):
    total = ratio = square = 0.0
    for start in range(0, graph.n, 512):
        rows = at[start:start + 512, None, :] - at[None, :, :]
        length = numpy.sqrt((rows ** 2).sum(axis=2))
        d = graph.distances[start:start + 512]
        r = numpy.divide(length, d, out=numpy.zeros_like(length), where=d > 0)
        ratio += r.sum()
        square += (r ** 2).sum()
        total += (d > 0).sum()
    return 1 - ratio ** 2 / (square * total), ratio / square


def orient(a, b, c):
    return (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])


def crossings(graph, at):
    edges = numpy.array(graph.edges)
    a, b = at[edges[:, 0]], at[edges[:, 1]]
    count = 0
    for i in range(graph.m):
        c, d = a[i + 1:], b[i + 1:]
        shared = (edges[i + 1:] == edges[i, 0]).any(axis=1) | (edges[i + 1:] == edges[i, 1]).any(axis=1)
        apart = (orient(a[i], b[i], c) * orient(a[i], b[i], d) < 0) & \
                (orient(c, d, a[i][None, :]) * orient(c, d, b[i][None, :]) < 0)
        count += int((apart & ~shared).sum())
    return count


def overlaps(at):
    count = 0
    for i in range(len(at)):
        off = numpy.abs(at[i + 1:] - at[i])
        count += int(((off[:, 0] < WIDTH) & (off[:, 1] < HEIGHT)).sum())
    return count


def through(graph, at):
    count = 0
    half = numpy.array([WIDTH / 2, HEIGHT / 2])
    for a, b in graph.edges:
        way = at[b] - at[a]
        way = numpy.where(numpy.abs(way) < 1e-9, 1e-9, way)
        low, high = (at - half - at[a]) / way, (at + half - at[a]) / way
        enter = numpy.minimum(low, high).max(axis=1).clip(min=0)
        leave = numpy.maximum(low, high).min(axis=1).clip(max=1)
        hit = enter < leave
        hit[[a, b]] = False
        count += int(hit.sum())
    return count


def angles(graph, at):
    shares = []
    for v, near in enumerate(graph.near):
        if len(near) < 2:
            continue
        off = at[near] - at[v]
        turn = numpy.sort(numpy.arctan2(off[:, 1], off[:, 0]))
        gaps = numpy.diff(numpy.append(turn, turn[0] + 2 * numpy.pi))
        shares.append(gaps.min() * len(near) / (2 * numpy.pi))
    return float(numpy.mean(shares)) if shares else 1.0


def measure(graph, at, small):
    value, scale = stress(graph, at)
    figures = {'stress': value}
    if small:
        drawn = at * scale * STEP
        figures.update(crossings=crossings(graph, drawn), overlaps=overlaps(drawn),
                       through=through(graph, drawn), angle=angles(graph, drawn))
    return figures


# ---------------------------------------------------------------- engines

def read_places(graph, path):
    number = {v: i for i, v in enumerate(graph.ids)}
    at = numpy.zeros((graph.n, 2))
    with open(path, encoding='utf-8') as file:
        for line in file:
            name, x, y = line.split('\t')
            at[number[name]] = float(x), float(y)
    return at


def kring(cli, layout):
    def run(graph, folder, seed):
        source, out = os.path.join(folder, 'graph.tsv'), os.path.join(folder, 'out.tsv')
        with open(source, 'w', encoding='utf-8') as file:
            file.writelines(f'{graph.ids[a]}\t{graph.ids[b]}\n' for a, b in graph.edges)
        told = subprocess.run([cli, 'graph-layout', source, '--layout', layout, '--seed', str(seed),
                               '--root', graph.ids[graph.root], '--stats', '-o', out],
                              check=True, capture_output=True, text=True)
        return read_places(graph, out), json.loads(told.stdout)['ms']
    return run


def dot(graph, seed):
    lines = [f'graph G {{ start={seed + 1}; root=n{graph.root};',
             'node [shape=box, fixedsize=true, width=1.667, height=0.556];']
    lines += [f'n{v};' for v in range(graph.n)]
    lines += [f'n{a} -- n{b} [len=2.222];' for a, b in graph.edges]
    return '\n'.join(lines + ['}'])


def timed_dot(command, text):
    start = time.perf_counter()
    out = subprocess.run(command + ['-Tplain'], input=text, check=True, capture_output=True, text=True).stdout
    return out, (time.perf_counter() - start) * 1000


def graphviz(*command):
    def run(graph, folder, seed):
        _, idle = timed_dot(list(command), 'graph G { a }')
        out, spent = timed_dot(list(command), dot(graph, seed))
        at = numpy.zeros((graph.n, 2))
        for line in out.splitlines():
            cells = line.split()
            if cells and cells[0] == 'node':
                at[int(cells[1][1:])] = float(cells[2]), -float(cells[3])
        return at, max(spent - idle, 0.01)
    return run


def peer_igraph(name, **options):
    def run(graph, folder, seed):
        random.seed(seed)
        whole = igraph.Graph(n=graph.n, edges=graph.edges)
        if name == 'reingold_tilford_circular':
            options['root'] = [graph.root]
        start = time.perf_counter()
        places = whole.layout(name, **options)
        return numpy.array(places.coords), (time.perf_counter() - start) * 1000
    return run


PEERS = [
    ('neato', graphviz('neato'), 1200),
    ('neato+prism', graphviz('neato', '-Goverlap=prism'), 400),
    ('sfdp', graphviz('sfdp'), 20000),
    ('igraph KK', peer_igraph('kamada_kawai'), 1200),
    ('igraph FR', peer_igraph('fruchterman_reingold'), 5000),
]
RADIAL = [
    ('twopi', graphviz('twopi'), 5000),
    ('igraph RT', peer_igraph('reingold_tilford_circular'), 20000),
]


def run_engine(engine, graph, seeds, small):
    rows = []
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as folder:
            at, ms = engine(graph, folder, seed)
        rows.append({'ms': ms, **measure(graph, at, small)})
    return {key: statistics.median(row[key] for row in rows) for key in rows[0]}


def show(name, figures, best):
    cells = []
    for key, value in figures.items():
        ratio = value / best[key] if best.get(key) else float('nan')
        cells.append(f'{key} {value:.4g} ({ratio:.2f})')
    print(f'  {name:18s}' + '  '.join(cells), flush=True)


def best_of(table, names):
    best = {}
    for name in names:
        for key, value in table[name].items():
            pick = max if key == 'angle' else min
            best[key] = pick(best.get(key, value), value)
    return best


def compare(graph, cli, seeds):
    small = graph.n <= 450
    print(f'{graph.name}: {graph.n} nodes, {graph.m} edges')
    table = {name: run_engine(engine, graph, seeds, small)
             for name, engine, most in PEERS if graph.n <= most}
    best = best_of(table, list(table))
    equal = [row['ms'] for row in table.values() if row['stress'] <= best['stress'] * 1.01]
    best['ms'] = min(equal)
    table['Kring stress'] = run_engine(kring(cli, 'stress'), graph, seeds, small)
    if graph.n <= 1000:
        table['Kring readable'] = run_engine(kring(cli, 'readable'), graph, seeds, small)
    for name, figures in table.items():
        show(name, figures, best)
    if graph.n <= 450:
        radial = {name: run_engine(engine, graph, seeds, small) for name, engine, _ in RADIAL}
        best = best_of(radial, list(radial))
        radial['Kring rings'] = run_engine(kring(cli, 'rings'), graph, seeds, small)
        for name, figures in radial.items():
            show(name, figures, best)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--networks', help='a folder with .tsv files')
    parser.add_argument('--sizes', default='20,100,200,400,1100,4000,10000')
    parser.add_argument('--seeds', type=int, default=3)
    parser.add_argument('--cli', default=os.path.join(TOP, '_build', 'src', 'cli', 'kring-cli'))
    typed = parser.parse_args()
    graphs = []
    if typed.networks:
        graphs += [read_network(os.path.join(typed.networks, name))
                   for name in sorted(os.listdir(typed.networks)) if name.endswith('.tsv')]
    graphs += [generate(int(size)) for size in typed.sizes.split(',') if size]
    for graph in graphs:
        compare(graph, typed.cli, typed.seeds if graph.n <= 450 else 1)


if __name__ == '__main__':
    main()
