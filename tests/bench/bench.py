#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast Kring is. Run by hand, from the top of the tree, after building:

    xvfb-run -a dbus-run-session -- tests/bench/bench.py _build

Milliseconds say little about another machine, so each figure has a ratio to something simple that
was measured in the same run.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else '_build')
TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLES = os.path.join(TOP, 'data/examples')
ENVIRONMENT = {
    **os.environ, 'KRING_DATADIR': os.path.join(TOP, 'data'),
    'GSETTINGS_SCHEMA_DIR': os.path.join(BUILD, 'data'), 'GSETTINGS_BACKEND': 'memory',
    'GTK_USE_PORTAL': '0', 'ADW_DISABLE_PORTAL': '1', 'GSK_RENDERER': 'cairo',
}
STARTS = 15


def program(path):
    return os.path.join(BUILD, path)


def run(*command, **extra):
    """Wall time in milliseconds, peak memory in MiB, and what it wrote."""
    start = time.monotonic()
    process = subprocess.Popen(command, env={**ENVIRONMENT, **extra}, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f'{command} ended with {process.returncode}')
    return (time.monotonic() - start) * 1000, usage.ru_maxrss / 1024, output


def measure_start(*command):
    """From the start of the process to its first painted frame: milliseconds and MiB."""
    start = time.monotonic()
    _, memory, output = run(*command, LD_PRELOAD=program('tests/bench/libfirst-frame.so'))
    return int(output.split()[-1]) / 1000 - start * 1000, memory


def write_grid(path, count):
    """A map of @count things in all: half persons on a grid, half ties between neighbours."""
    persons = [{'id': f'p{number:05d}', 'name': f'Persoon {number}', 'sex': 'woman', 'age': '30',
                'position': [number % 40 * 150, number // 40 * 130]}
               for number in range(count // 2)]
    ties = [{'id': f't{number:05d}', 'from': persons[number]['id'],
             'to': persons[(number + 1) % len(persons)]['id'], 'kind': 'kent',
             'certainty': ('confirmed', 'probable', 'suspected')[number % 3],
             'quality': ('neutral', 'close', 'tense', 'conflict')[number % 4]}
            for number in range(count // 2)]
    with open(path, 'w', encoding='utf-8') as stream:
        json.dump({'kring': 1, 'minor': 0, 'case': {}, 'persons': persons, 'ties': ties}, stream)


FIRST_NAMES = ('Noor Dex Anna Karim Sanne Bo Femke Yusuf Mila Roos Daan Storm Esra Finn Lotte Sem Hassan Eva '
               'Ömer Jaap').split()
LAST_NAMES = ('Vliet Bouzidi Smit de Jong Wak van Dam Kuiper Demir Mulder Zand el Amrani Visser Bos Postma Kaya '
              'Dijkstra Aydin Vos Meijer').replace('de ', 'de_').replace('van ', 'van_').replace(
                  'el ', 'el_').split()


def name_person(number):
    """A name of its own for each of some thousands."""
    first, rest = FIRST_NAMES[number % len(FIRST_NAMES)], number // len(FIRST_NAMES)
    last = LAST_NAMES[rest % len(LAST_NAMES)].replace('_', ' ')
    ending = rest // len(LAST_NAMES)
    return f'{first} {last}' + (f'-{LAST_NAMES[ending]}' if ending else '')


def write_told(path, count, n_texts):
    """A map of @count things, half persons, and statements, so that there are @n_texts texts; one in five
    names somebody, and one person in ten is for the police alone."""
    write_grid(path, count)
    with open(path, encoding='utf-8') as stream:
        told = json.load(stream)
    persons = told['persons']
    for number, person in enumerate(persons):
        person['name'] = name_person(number)
        person['notes'] = 'Gaat sinds de zomer niet meer naar school, en is vaak weg.'
        if number % 10 == 9:
            person['audience'] = 'police'
    told['statements'] = [
        {'id': f's{number:05d}', 'about': persons[number * 7 % len(persons)]['id'],
         'words': 'Het was laat toen de auto voor het huis stond en er twee mensen uitstapten. '
                  + (f'Daarna is {name_person(number * 13 % len(persons))} gebeld.' if number % 5 == 0
                     else 'Daarna werd het stil in de straat.')}
        for number in range(n_texts - len(persons))]
    with open(path, 'w', encoding='utf-8') as stream:
        json.dump(told, stream)


def read_times(*command):
    lines = run(*command)[2].splitlines()
    return {name: float(value) for name, value in (line.split() for line in lines)}


def measure_map(path):
    return read_times(program('tests/bench/bench-map'), path)


def show(name, value, unit, ratio='', of=''):
    print(f'{name:<46}{value:>9.1f} {unit:<4}' + (f'{ratio:>7.2f} × {of}' if of else ''))


def show_start():
    minimal, kring, example = [], [], []
    noor = os.path.join(EXAMPLES, 'noor.kring')
    for _ in range(STARTS):
        minimal.append(measure_start(program('tests/bench/minimal')))
        kring.append(measure_start(program('src/gtk/app/kring')))
        example.append(measure_start(program('src/gtk/app/kring'), noor))
    base = [statistics.median(column) for column in zip(*minimal)]
    rows = (('a minimal window', minimal), ('Kring, start page', kring), ('Kring, example', example))
    for number, (unit, what) in enumerate((('ms', 'first frame'), ('MiB', 'memory until then'))):
        for name, column in rows:
            value = statistics.median(row[number] for row in column)
            show(f'{what}: {name}', value, unit, value / base[number], 'the minimal window')


def show_maps(folder):
    large = measure_map(os.path.join(EXAMPLES, 'groot.kring'))
    small = measure_map(os.path.join(EXAMPLES, 'klein.kring'))
    for step in ('open', 'save'):
        show(f'{step} the map of 91 people', large[step], 'ms', large[step] / small[step],
             'the map of 6')
    first = None
    for count in (50, 200, 2000):
        path = os.path.join(folder, f'{count}.kring')
        write_grid(path, count)
        times = measure_map(path)
        first = first or times
        for step, words in (('scene', 'make the scene'), ('frame-all', 'one frame, all in view'),
                            ('frame-100', 'one frame at 100 %')):
            show(f'{words}, {count} items', times[step], 'ms', times[step] / first[step],
                 'that of 50 items')
    path = os.path.join(folder, 'people.kring')
    write_grid(path, 3000)
    times = measure_map(path)
    show('draw again after a move, 1,500 people', times['move'], 'ms',
         times['move'] / times['scene'], 'making the scene')


def show_known():
    """A map of 2,000 items with 10,000 signals: work, not time, for it must fit a frame."""
    lines = run(program('tests/bench/bench-known'))[2].splitlines()
    work = {words[0]: float(words[1]) for words in map(str.split, lines)}
    for step in (name for name in work if name.startswith(('filter', 'search'))):
        show(f'12,000 items, {step}', work[step], 'ms', work[step] / work['parse'],
             'a bare parse of the file')
    show('12,000 items, open', work['open'], 'ms', work['open'] / work['parse'],
         'a bare parse of the file')


def show_share(folder):
    """A map of 2,000 items with 10,000 texts: against drawing it, which somebody waits for as well."""
    path = os.path.join(folder, 'told.kring')
    write_told(path, 2000, 10000)
    times = read_times(program('tests/bench/bench-share'), path)
    for step in (name for name in times if name != 'pdf'):
        show(f'10,000 texts, share {step}', times[step], 'ms', times[step] / times['pdf'],
             'its PDF with all lists')


def show_exports(folder):
    noor = os.path.join(EXAMPLES, 'noor.kring')
    cli = program('src/cli/kring-cli')
    base, base_memory, _ = run(cli, 'check', noor)
    for ending in ('pdf', 'png'):
        wall, memory, _ = run(cli, 'draw', '--force', noor, os.path.join(folder, f'noor.{ending}'))
        show(f'{ending.upper()} of the example', wall, 'ms', wall / base, 'checking it')
        show(f'{ending.upper()} of the example, peak memory', memory, 'MiB', memory / base_memory,
             'checking it')


def main():
    with tempfile.TemporaryDirectory() as folder:
        show_start()
        show_maps(folder)
        show_known()
        show_share(folder)
        show_exports(folder)


main()
