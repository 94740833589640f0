#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Layouts of Kring beside Graphviz and igraph, in the same run on the same graphs.

Run by hand:  tests/bench/layout.py [--networks FOLDER] [--sizes 20,100,200] [--seeds 3] [--limit 300]
Needs what only this bench needs: graphviz, python3-igraph, python3-numpy.

Every drawing is measured by the same code here: normalised stress (best scale), crossings of straight
lines, pairs of boxes of 120 x 40 that overlap at 160 units a step, lines through boxes of others,
smallest angle / ideal angle. Times are processor times of the layout alone, the best of all runs: what
a program reports itself, or its run less a run on a graph of one node (below sixty nodes that is mostly
noise). The rest are medians. Figures in
brackets are ratios to the best peer; 1.00 is as good as the best. Peers that are not done within the
limit are left out, and that is told.

Time to equal stress: the fastest peer with at most 1.01 times the stress of the best one, and the fewest
rounds after which Kring is not above the stress of that peer, run in turns. Crossings "near": against the
lowest peer with at most 1.3 times the stress of the best one.

Movement: the first 60 % of the nodes are laid out, then five are added at a time; how far the old ones
move after the best shift, turn and scale, in edge lengths, and the stress of the new picture against the
best seen.
"""
import argparse
import collections
import json
import multiprocessing
import os
import random
import statistics
import subprocess
import tempfile
import threading
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


def write_graph(graph, path):
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(f'{graph.ids[a]}\t{graph.ids[b]}\n' for a, b in graph.edges)


class TooLong(Exception):
    pass


def run_child(command, text, limit):
    """Output and processor time in milliseconds of one program."""
    with tempfile.TemporaryFile('w+') as told, tempfile.TemporaryFile('w+') as read:
        read.write(text)
        read.seek(0)
        child = subprocess.Popen(command, stdin=read, stdout=told, stderr=subprocess.DEVNULL)
        watch = threading.Timer(limit, child.kill)
        watch.start()
        _, status, used = os.wait4(child.pid, 0)
        watch.cancel()
        child.returncode = status
        if status == 9:
            raise TooLong
        if status != 0:
            raise subprocess.CalledProcessError(status, command)
        told.seek(0)
        return told.read(), (used.ru_utime + used.ru_stime) * 1000


def most_memory(command):
    """In MB, asked by a small process: a child counts the memory of what it was split off from."""
    ask = 'import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); ' \
          'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)'
    return int(subprocess.run(['python3', '-c', ask, *command], check=True, capture_output=True).stdout) / 1024


def kring(cli, layout, *options):
    def run(graph, folder, seed):
        source, out = os.path.join(folder, 'graph.tsv'), os.path.join(folder, 'out.tsv')
        write_graph(graph, source)
        told, _ = run_child([cli, 'graph-layout', source, '--layout', layout, '--seed', str(seed),
                                     '--root', graph.ids[graph.root], '--stats', '-o', out, *options], '', LIMIT)
        return read_places(graph, out), json.loads(told)['cpu_ms']
    return run


def dot(graph, seed):
    lines = [f'graph G {{ start={seed + 1}; root=n{graph.root};',
             'node [shape=box, fixedsize=true, width=1.667, height=0.556];']
    lines += [f'n{v};' for v in range(graph.n)]
    lines += [f'n{a} -- n{b} [len=2.222];' for a, b in graph.edges]
    return '\n'.join(lines + ['}'])


def timed_dot(command, text):
    out, spent = run_child(command + ['-Tplain'], text, LIMIT)
    return out, spent


def graphviz(*command):
    def run(graph, folder, seed):
        turns = 7 if graph.n < 60 else 3
        idle = min(timed_dot(list(command), 'graph G { a }')[1] for _ in range(turns))
        out, spent = timed_dot(list(command), dot(graph, seed))
        for _ in range(turns if graph.n < 60 else 0):
            spent = min(spent, timed_dot(list(command), dot(graph, seed))[1])
        at = numpy.zeros((graph.n, 2))
        for line in out.splitlines():
            cells = line.split()
            if cells and cells[0] == 'node':
                at[int(cells[1][1:])] = float(cells[2]), -float(cells[3])
        return at, max(spent - idle, 0.01)
    return run


def draw_igraph(name, graph, seed, options, answer):
    whole = igraph.Graph(n=graph.n, edges=graph.edges)
    times = []
    while not times or sum(times) < 50 and len(times) < 5:
        random.seed(seed)
        start = time.process_time()
        places = whole.layout(name, **options)
        times.append((time.process_time() - start) * 1000)
    answer.put((numpy.array(places.coords), min(times)))


def peer_igraph(name, **options):
    """In a process of its own, which can be stopped."""
    def run(graph, folder, seed):
        if name == 'reingold_tilford_circular':
            options['root'] = [graph.root]
        answer = multiprocessing.Queue()
        child = multiprocessing.Process(target=draw_igraph, args=(name, graph, seed, options, answer))
        child.start()
        try:
            return answer.get(timeout=LIMIT)
        except Exception as none:
            raise TooLong from none
        finally:
            child.terminate()
            child.join()
    return run


LIMIT = 300
PEERS = [
    ('neato', graphviz('neato'), 20000),
    ('neato+prism', graphviz('neato', '-Goverlap=prism'), 400),
    ('sfdp', graphviz('sfdp'), 20000),
    ('igraph KK', peer_igraph('kamada_kawai'), 20000),
    ('igraph FR', peer_igraph('fruchterman_reingold'), 20000),
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
    figures = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
    figures['ms'] = min(row['ms'] for row in rows)
    return figures


def run_peers(peers, graph, seeds, small):
    table = {}
    for name, engine, most in peers:
        if graph.n > most:
            continue
        try:
            table[name] = run_engine(engine, graph, seeds, small)
        except TooLong:
            print(f'  {name:18s}not done after {LIMIT} s', flush=True)
    return table


def time_to_equal(graph, cli, table, seeds):
    """In turns, so that a busy moment strikes both; the best time of each."""
    best = min(row['stress'] for row in table.values())
    name = min((name for name in table if table[name]['stress'] <= best * 1.01), key=lambda name: table[name]['ms'])
    engine = {peer: engine for peer, engine, _ in PEERS}[name]
    for rounds in range(2, 13):
        ours = kring(cli, 'stress', '--iterations', str(rounds))
        if run_engine(ours, graph, seeds, False)['stress'] <= table[name]['stress']:
            break
    else:
        ours, rounds = kring(cli, 'stress'), 'all'
    turns = 12 if table[name]['ms'] < 1000 else 2 if table[name]['ms'] < 10000 else 1
    whole, times, peer = [], [], [table[name]['ms']]
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(turns):
            whole.append(kring(cli, 'stress')(graph, folder, turn)[1])
            times.append(ours(graph, folder, turn)[1])
            if turns > 1:
                peer.append(engine(graph, folder, turn)[1])
        memory = most_memory([cli, 'graph-layout', os.path.join(folder, 'graph.tsv'), '--layout', 'stress',
                              '-o', os.path.join(folder, 'out.tsv')])
    print(f'  equal stress: {name} {min(peer):.4g} ms, Kring after {rounds} rounds {min(times):.4g} '
          f'({min(times) / min(peer):.4f}), whole {min(whole):.4g} ({min(whole) / min(peer):.4f}), '
          f'{memory:.0f} MB', flush=True)


# ---------------------------------------------------------------- movement

def grown(graph):
    """The graph as it grows: 60 % of the nodes, nearest to the root first, then five more at a time."""
    order, seen = [graph.root], {graph.root}
    for v in order:
        fresh = [u for u in graph.near[v] if u not in seen]
        order += fresh
        seen.update(fresh)
    size = max(5, int(graph.n * 0.6))
    while size < graph.n + 5:
        part = set(order[:size])
        yield Graph(graph.name, [(graph.ids[a], graph.ids[b]) for a, b in graph.edges if a in part and b in part])
        size += 5


def movement(graph, old, new):
    """Mean way of the nodes that were there, after the best similarity, in edge lengths."""
    z = numpy.array([complex(*old[v]) for v in old])
    w = numpy.array([complex(*new[graph.ids.index(v)]) for v in old])
    z, w = z - z.mean(), w - w.mean()
    ways = []
    for turned in (w, w.conj()):
        fit = (turned.conj() * z).sum() / (turned.conj() * turned).sum()
        ways.append(numpy.abs(fit * turned - z).mean())
    length = numpy.mean([abs(complex(*old[graph.ids[a]]) - complex(*old[graph.ids[b]]))
                         for a, b in graph.edges if graph.ids[a] in old and graph.ids[b] in old])
    return min(ways) / length


def warm_kring(cli):
    def run(graph, old):
        with tempfile.TemporaryDirectory() as folder:
            places = os.path.join(folder, 'places.tsv')
            with open(places, 'w', encoding='utf-8') as file:
                file.writelines(f'{v}\t{x}\t{y}\n' for v, (x, y) in old.items())
            return kring(cli, 'stress', *(['--places', places] if old else []))(graph, folder, 0)[0]
    return run


def warm_neato(graph, old):
    text = dot(graph, 0)
    for v, name in enumerate(graph.ids):
        if name in old:
            text = text.replace(f'\nn{v};', f'\nn{v} [pos="{old[name][0]},{old[name][1]}"];', 1)
    out, _ = timed_dot(['neato'], text)
    at = numpy.zeros((graph.n, 2))
    for line in out.splitlines():
        cells = line.split()
        if cells and cells[0] == 'node':
            at[int(cells[1][1:])] = float(cells[2]), float(cells[3])
    return at


ADDITIONS = {}  # name -> of every addition, in all graphs: (movement, stress / best)


def compare_movement(graph, cli):
    means = {}
    for name, engine in (('neato, warm', warm_neato), ('Kring, keeping', warm_kring(cli))):
        old, ways, ratios = {}, [], []
        for step in grown(graph):
            at = engine(step, old)
            if old:
                ways.append(movement(step, old, at))
                best = min(stress(step, kring(cli, 'stress')(step, folder, seed)[0])[0]
                           for seed in range(3) for folder in [tempfile.gettempdir()])
                ratios.append(stress(step, at)[0] / best)
            old = {v: tuple(at[i]) for i, v in enumerate(step.ids)}
        ADDITIONS.setdefault(name, []).extend(zip(ways, ratios))
        means[name] = statistics.mean(ways)
        print(f'  {name:18s}movement {means[name]:.3f} ({means[name] / means["neato, warm"]:.2f})  '
              f'stress / best {statistics.mean(ratios):.3f}', flush=True)


def show_all_movement():
    neato = statistics.mean(way for way, _ in ADDITIONS['neato, warm'])
    for name, steps in ADDITIONS.items():
        way, ratio = (statistics.mean(column) for column in zip(*steps))
        print(f'{len(steps)} additions, {name}: movement {way:.3f} ({way / neato:.2f})  '
              f'stress / best {ratio:.3f}', flush=True)


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


def show_near(table, layout):
    least = min(row['stress'] for name, row in table.items() if not name.startswith('Kring'))
    near = [row['crossings'] for name, row in table.items()
            if not name.startswith('Kring') and row['stress'] <= 1.3 * least]
    if min(near) > 0:
        print(f'  {layout}: crossings near {table[layout]["crossings"] / min(near):.2f}', flush=True)


def compare(graph, cli, seeds):
    small = graph.n <= 450
    print(f'{graph.name}: {graph.n} nodes, {graph.m} edges', flush=True)
    table = run_peers(PEERS, graph, seeds, small)
    best = best_of(table, list(table))
    time_to_equal(graph, cli, table, seeds)
    table['Kring stress'] = run_engine(kring(cli, 'stress'), graph, seeds, small)
    if graph.n <= 1000:
        table['Kring readable'] = run_engine(kring(cli, 'readable'), graph, seeds, small)
    for name, figures in table.items():
        show(name, figures, best)
    if small:
        show_near(table, 'Kring readable')
        radial = run_peers(RADIAL, graph, seeds, small)
        best = best_of(radial, list(radial))
        radial['Kring rings'] = run_engine(kring(cli, 'rings'), graph, seeds, small)
        radial['Kring bands'] = run_engine(kring(cli, 'rings', '--bands'), graph, seeds, small)
        for name, figures in radial.items():
            show(name, figures, best)
    if 30 <= graph.n <= 110:
        compare_movement(graph, cli)


def main():
    global LIMIT
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--networks', help='a folder with .tsv files')
    parser.add_argument('--sizes', default='20,100,200,400,1100,4000,10000')
    parser.add_argument('--seeds', type=int, default=3)
    parser.add_argument('--limit', type=float, default=LIMIT, help='seconds that a peer may take')
    parser.add_argument('--cli', default=os.path.join(TOP, '_build', 'src', 'cli', 'kring-cli'))
    typed = parser.parse_args()
    LIMIT = typed.limit
    graphs = []
    if typed.networks:
        graphs += [read_network(os.path.join(typed.networks, name))
                   for name in sorted(os.listdir(typed.networks)) if name.endswith('.tsv')]
    graphs += [generate(int(size)) for size in typed.sizes.split(',') if size]
    for graph in graphs:
        compare(graph, typed.cli, typed.seeds if graph.n <= 450 else 1)
    if ADDITIONS:
        show_all_movement()


if __name__ == '__main__':
    main()
