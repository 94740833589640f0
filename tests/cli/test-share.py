#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a share makes of bad maps and bad places: a clear message, and nothing half written.

usage: test-share.py PROGRAM FOLDER-WITH-EXAMPLES
"""
import json
import os
import shutil
import signal
import subprocess
import sys

from runs import PROGRAM, Run, command, main, path, read, write

FORMS = ('kring', 'pdf', 'png')

# A map whose picture takes so long that it can be stopped in the middle.
MANY = 400


def person(number, name, **more):
    return {'id': f'p{number}', 'name': name, 'position': [number % 20 * 160, number // 20 * 140], **more}


def write_map(folder, persons, words=(), name='map.kring', **more):
    """The first of @persons is the young person, and all @words are said of them."""
    statements = [{'id': f's{number}', 'about': persons[0]['id'], 'words': text}
                  for number, text in enumerate(words)]
    return write(folder, name, json.dumps({
        'kring': 1, 'case': {'centre': [persons[0]['id']]}, 'persons': persons,
        'statements': statements, **more}))


def read_words(file):
    """Sorted, for a share has ids of its own, and these an order of their own."""
    with open(file, encoding='utf-8') as stream:
        return sorted(row['words'] for row in json.load(stream).get('statements', []))


def share_words(folder, file, *options):
    """What is said in a share for care."""
    out = path(folder, 'share.kring')
    Run('share', '--for=care', '--force', *options, '-o', out, file).expect(0)
    return read_words(out)


def share_coded(folder, file):
    return share_words(folder, file, '--names=code', '--key', path(folder, 'key.txt'))


def list_others(folder, *names):
    return sorted(set(os.listdir(folder)) - set(names))


def test_existing(folder):
    """What is there is not touched, whatever the form, and neither is a key or a folder."""
    file = write_map(folder, [person(0, 'Anna Vliet')])
    for form in FORMS:
        out = write(folder, f'there.{form}', 'mine')
        Run('share', '--for=care', '-o', out, file).expect(1, err='--force')
        assert read(out) == b'mine'
    sheet = write(folder, 'new-2.png', 'mine')
    Run('share', '--for=care', '-o', path(folder, 'new.png'), file).expect(1, err='new-2.png')
    assert read(sheet) == b'mine' and not os.path.exists(path(folder, 'new.png'))
    key, out = write(folder, 'key.txt', 'mine'), path(folder, 'new.kring')
    Run('share', '--for=care', '--names=code', '--key', key, '-o', out, file).expect(1, err='--force')
    assert read(key) == b'mine' and not os.path.exists(out)
    os.mkdir(path(folder, 'folder.kring'))
    Run('share', '--for=care', '--force', '-o', path(folder, 'folder.kring'), file).expect(
        1, err='folder.kring')
    Run('share', '--for=care', '-o', path(folder, 'none/a.kring'), file).expect(1, err='a.kring')
    Run('share', '--for=care', '-o', out, path(folder, 'none.kring')).expect(1, err='none.kring')
    Run('share', '--for=care', '-o', out).expect(2, err='name one file')
    assert not os.path.exists(out)


def test_full_disk(folder):
    """A disk of 16 kB, in a space of its own: the reason is said, and nothing is left on it."""
    persons = [person(number, f'Persoon {number}', notes='Het was koud. ' * 20) for number in range(99)]
    file, disk = write_map(folder, persons), path(folder, 'disk')
    os.mkdir(disk)
    space = ['unshare', '--mount'] + ([] if os.geteuid() == 0 else ['--map-root-user'])
    mount = f'mount -t tmpfs -o size=16k none {disk}'
    if subprocess.run([*space, 'sh', '-c', mount], capture_output=True, check=False).returncode != 0:
        return 'no disk can be mounted here'
    for form in FORMS:
        script = f'{mount} && "$0" "$@"; echo "status $?"; ls -A {disk}'
        done = subprocess.run([*space, 'sh', '-c', script, PROGRAM, 'share', '--for=care', '-o',
                               f'{disk}/a.{form}', file], capture_output=True, text=True, check=False)
        assert done.stdout == 'status 1\n', (form, done.stdout, done.stderr)
        assert f'a.{form}: the disk is full' in done.stderr, done.stderr
    return None


def kill_when_writing(folder, out, file, *options):
    """Ended the moment that something new is in the folder; returns whether it was in time."""
    before = set(os.listdir(folder))
    process = subprocess.Popen([PROGRAM, 'share', '--for=care', *options, '-o', out, file],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and set(os.listdir(folder)) == before:
        pass
    process.kill()
    return process.wait() == -signal.SIGKILL


def test_killed(folder):
    """Whatever moment it ends at: the file is not there, or whole; what was there is, or is replaced."""
    file = write_map(folder, [person(number, f'Persoon {number}') for number in range(MANY)])
    whole = read(file)
    for form in FORMS:
        apart = path(folder, form)
        os.mkdir(apart)
        out = path(apart, f'a.{form}')
        in_time = kill_when_writing(apart, out, file)
        assert in_time or os.path.exists(out), form
        write(apart, f'a.{form}', 'mine')
        kill_when_writing(apart, out, file, '--force')
        if read(out) != b'mine' and form == 'kring':
            Run('check', out).expect(0)
        elif read(out) != b'mine':
            command('identify' if form == 'png' else 'pdfinfo', out)
        Run('share', '--for=care', '--force', '-o', out, file).expect(0)
        assert read(out) != b'mine', form
        assert not [name for name in os.listdir(apart) if name.startswith('.')], os.listdir(apart)
    assert read(file) == whole


def test_nothing_left(folder):
    """A map with nothing for them: said for whom, in every form, and no file."""
    file = write_map(folder, [person(0, 'Agent', audience='police'), person(1, 'Bron', audience='none')],
                     ['Hij was er.'], ties=[{'id': 't', 'from': 'p0', 'to': 'p1'}])
    for form in FORMS:
        for reader, word in (('care', 'care'), ('youth', 'young person'), ('municipality', 'municipality')):
            Run('share', '--for', reader, '-o', path(folder, f'a.{form}'), file).expect(
                1, err='nothing is left')
            assert list_others(folder, 'map.kring') == [], (reader, word)
    Run('share', '--for=care', '--list', file).expect(0, err='Agent (police only)')


def test_only_end(folder):
    """Who is the end of everything stays behind, and so does all that cannot do without."""
    file = write_map(folder, [person(0, 'Anna'), person(1, 'Agent', audience='police'), person(2, 'Bo')],
                     ties=[{'id': f't{n}', 'from': 'p1', 'to': f'p{n}'} for n in (0, 2)],
                     groups=[{'id': 'g', 'name': 'Ploeg', 'members': ['p1']}],
                     signals=[{'id': 'x', 'about': 'p1'}])
    out = path(folder, 'out.kring')
    Run('share', '--for=care', '-o', out, file).expect(0)
    with open(out, encoding='utf-8') as stream:
        shared = json.load(stream)
    assert sorted(row['name'] for row in shared['persons']) == ['Anna', 'Bo'], shared
    assert not {'ties', 'groups', 'signals'} & set(shared), shared


def test_ordinary_words(folder):
    """Names that are words: the person gives way, the flower and the weather do not."""
    file = write_map(folder, [person(0, 'Anna Vliet'), person(1, 'Els Roos', audience='police'),
                              person(2, 'Nadia Storm', audience='police')],
                     ['Zij kreeg een roos.', 'Roos kwam langs.', 'Er was storm.', 'Met Storm gebeld.'])
    assert share_words(folder, file) == ['Er was storm.', 'Zij kreeg een roos.']


def test_forms_of_name(folder):
    """However it is written, a name is shown as a code; a name inside a word is no name."""
    forms = ('Noor', 'noor', 'NOOR', 'Noortje', 'N. Vliet', 'N.V', 'No-or', 'Noor\u00ads',
             'Noor Vliet', 'Nóór', 'vliet')
    file = write_map(folder, [person(0, 'Noor Vliet'), person(1, 'Bo K.')],
                     [f'{form}: {number}' for number, form in enumerate(forms)]
                     + ['In het noorden van Vlietland, noordelijk.'])
    coded = share_coded(folder, file)
    assert coded == sorted(
        ['In het noorden van Vlietland, noordelijk.', *(f'P1: {n}' for n in range(len(forms)))]), coded


def test_name_in_name(folder):
    """Who has the name of another in theirs keeps it; the other gives way."""
    file = write_map(folder, [person(0, 'Anna'), person(1, 'Annabel Jansen'),
                              person(2, 'Jan', audience='police')],
                     ['Annabel is er.', 'Jansen belde.', 'Jan belde.', 'Toen, in januari.'])
    assert share_words(folder, file) == ['Annabel is er.', 'Jansen belde.', 'Toen, in januari.']


def test_right_to_left(folder):
    """Names that are read from the right, whole or in part, also with marks of direction around them."""
    names = 'חסן כהן', 'ليلى الحداد'
    texts = [f'Toen kwam {text} binnen.' for name in names
             for text in (name, name.split()[0], name.split()[1], f'\u200f{name}\u200f',
                          f'\u2067{name.split()[1]}\u2069')]
    people = [person(0, 'Anna'), *(person(number, name, audience='police')
                                   for number, name in enumerate(names, 1))]
    file = write_map(folder, people, [*texts, 'שלום, شخص آخر.'])
    assert share_words(folder, file) == ['שלום, شخص آخر.']
    coded = share_coded(folder, write_map(folder, [{**row, 'audience': 'joint'} for row in people], texts,
                                          'coded.kring'))
    assert len(coded) == len(texts), coded
    assert not [text for text in coded if [sign for sign in text if '\u0590' < sign < '\u0700']], coded


def test_many_texts(folder):
    """Of 10,000 remarks each that names who stays behind does too, and no other."""
    texts = ['Hassan belde.' if number % 10 == 0 else f'Er stonden {number} fietsen.'
             for number in range(10000)]
    file = write_map(folder, [person(0, 'Anna'), person(1, 'Hassan el Bouzidi', audience='police')], texts)
    told = Run('share', '--for=care', '-o', path(folder, 'a.kring'), file).expect(
        0, err='1000 texts name something').err
    assert read_words(path(folder, 'a.kring')) == sorted(
        text for text in texts if 'Hassan' not in text), told[:200]


def test_typed(folder):
    """What cannot be meant is said, before anything is read."""
    file = write_map(folder, [person(0, 'Anna')])
    out = path(folder, 'a.kring')
    Run('share', '--for=care', '-o', out, file, file).expect(2, err='name one file')
    Run('share', '--for=care', '--names=code', '--list', file).expect(0)
    Run('share', '--for=', '-o', out, file).expect(2, err='unknown reader “”')
    Run('share', '--for=care', '--without=remarks,,', '-o', out, file).expect(2)
    shutil.copy(file, path(folder, 'broken.kring'))
    with open(path(folder, 'broken.kring'), 'a', encoding='utf-8') as stream:
        stream.write('}')
    Run('share', '--for=care', '-o', out, path(folder, 'broken.kring')).expect(1, err='broken.kring')
    assert not os.path.exists(out)


if __name__ == '__main__':
    sys.exit(main(globals()))
