#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs kring-cli as people and scripts do: exit status, messages, and the files it makes.

usage: test-cli.py PROGRAM FOLDER-WITH-EXAMPLES
"""
import json
import os
import re
import shutil
import stat
import subprocess
import sys

from runs import EXAMPLES, NOOR, PROGRAM, Run, command, main, path, read, write


def test_help(folder):
    for arguments in (['--help'], ['-h']):
        text = Run(*arguments).expect(0, 'Usage:').out
        for word in ('check', 'draw', 'show', 'new'):
            assert f'  {word} ' in text, text
    for arguments in (['--version'], ['-V']):
        Run(*arguments).expect(0, 'kring-cli ')
    assert Run('help').expect(0).out == text
    Run('help', 'draw').expect(0, '--paper')
    Run('help', 'dance').expect(2, err='“dance”')
    for word in ('check', 'draw', 'show', 'new'):
        Run(word, '--help').expect(0, f'kring-cli {word}')


def test_usage(folder):
    Run().expect(2, err='Usage:')
    Run('dance').expect(2, err='“dance”')
    for word in ('check', 'draw', 'show', 'new'):
        Run(word).expect(2, err=f'kring-cli {word} --help')
        Run(word, '--sideways', NOOR).expect(2, err='--sideways')
    for option in ('--paper=A5', '--palette=pink', '--scale=99', '--scale=-1', '--scale=0', '--dpi=0', '--dpi=3',
                   '--dpi=many'):
        Run('draw', option, NOOR, path(folder, 'a.pdf')).expect(2)
    Run('draw', '--portrait', '--landscape', NOOR, path(folder, 'a.pdf')).expect(2)
    Run('draw', '--transparent', NOOR, path(folder, 'a.pdf')).expect(2)
    Run('draw', NOOR, path(folder, 'a.txt')).expect(2, err='.pdf or .png')
    Run('draw', NOOR, path(folder, 'a.pdf'), path(folder, 'b.pdf')).expect(2)
    assert os.listdir(folder) == []


def test_check(folder):
    names = [path(EXAMPLES, name) for name in sorted(os.listdir(EXAMPLES))
             if name.endswith('.kring')]
    run = Run('check', *names).expect(0)
    assert run.out.splitlines() == [f'{name}: in order' for name in names]
    Run('check', path(folder, 'nothing.kring')).expect(1, err='nothing.kring: ')
    Run('check', folder).expect(1, err='folder')


def test_check_bad(folder):
    document = json.loads(read(NOOR))
    document['persons'][3]['name'] = 12
    bad = write(folder, 'bad.kring', json.dumps(document, indent=2))
    before = read(bad)
    run = Run('check', NOOR, bad).expect(1, 'noor.kring: in order')
    assert run.err.startswith(f'{bad}: persons[3].name (line '), run.err
    assert ', column ' in run.err and '): ' in run.err, run.err
    assert read(bad) == before
    for number, text in enumerate(('', '{', '[1]', '{"kring": 1} {}', '{"kring": NaN}')):
        Run('check', write(folder, f'{number}.kring', text)).expect(1, err=f'{number}.kring: ')


def test_check_mended(folder):
    """What an older program left hanging is kept, and said."""
    file = write(folder, 'left.kring', json.dumps({
        'kring': 1, 'minor': 1, 'case': {},
        'statements': [{'id': 's', 'about': 'dex', 'words': 'Hij was er weer.'}],
        'removed': {'dex': 'old:7'}}))
    Run('check', file).expect(0, 'left.kring: in order; 1 signal or statement was about')
    assert 'Hij was er weer.' in Run('show', '--all', file).expect(0).out


def test_catalogue(folder):
    text = Run('catalogue', XDG_DATA_HOME=folder).expect(0, 'Appearance and health').out
    assert '  runs-away\tRisk\t' in text, text
    Run('catalogue', '--search', 'cadeau', '--kind', 'vehicle').expect(0)
    found = Run('catalogue', '-s', 'cadeau').expect(0).out.splitlines()
    assert found[0].startswith('gifts-or-drugs-given\t'), found
    found = Run('catalogue', '-s', 'soa').expect(0).out
    assert 'repeat-sti\tRisk\t' in found and '\tCare only\n' in found, found
    found = Run('catalogue', '--sources', '-s', 'wachtwoorden').expect(0).out
    assert '\tstill to be looked at by a practitioner\n' in found, found
    assert '      No source: general knowledge\n' in found, found
    found = Run('catalogue', '--sources', '-s', 'naaktfoto').expect(0).out
    assert '      ditisookmensenhandel.nl' in found, found
    Run('catalogue', '--kind', 'villain').expect(2, err='there is no kind “villain”')
    bad = write(folder, 'bad.json', '{"catalogue": 1,\n"signals": [7]}')
    good = os.path.join(EXAMPLES, '..', 'catalogue', 'signals.json')
    Run('catalogue', good, bad).expect(1, 'signals.json: in order, 174 signals',
                                       err='bad.json was left out: line 1: signals[0]')
    os.makedirs(path(folder, 'kring/catalogue'))
    shutil.copy(bad, path(folder, 'kring/catalogue/own.json'))
    Run('catalogue', XDG_DATA_HOME=folder).expect(1, 'runs-away', err='own.json was left out')


def test_catalogue_as_told(folder):
    """The list in the documentation is one that works."""
    told = os.path.join(EXAMPLES, '..', '..', 'doc', 'signalen-lijst.md')
    with open(told, encoding='utf-8') as file:
        text = file.read().split('```json')[1].split('```')[0]
    Run('catalogue', write(folder, 'zuid.json', text)).expect(0, 'zuid.json: in order, 1 signal')


def test_harmless(folder):
    """Nothing of a name steers the terminal or turns what is printed; the file keeps it."""
    name = 'Dex\u202egnp\u001b[31m'
    text = json.dumps({'kring': 1, 'minor': 0, 'case': {},
                       'persons': [{'id': 'a', 'name': name, 'notes': 'x\u2066y',
                                    'position': [0, 0]}]})
    file = write(folder, 'odd.kring', text)
    Run('check', file).expect(0)
    out = Run('show', file).expect(0, 'Dexgnp[31m').out
    assert not any(ord(c) < 32 and c not in '\n\t' or c in '\u202e\u2066' for c in out), out
    Run('draw', file, '-o', path(folder, 'odd.pdf')).expect(0)
    drawn = command('pdftotext', path(folder, 'odd.pdf'), '-')
    assert 'Dexgnp' in drawn and '\u202e' not in drawn, drawn


def test_show_plain(folder):
    """Nothing in a name steers the terminal or turns the line around."""
    dirty = 'Dex\u202exe\x1b[31m\x07'
    file = write(folder, 'dirty.kring', json.dumps({
        'kring': 1, 'minor': 1, 'case': {'title': dirty},
        'persons': [{'id': 'dex', 'name': dirty, 'notes': dirty}],
        'statements': [{'id': 's', 'about': 'dex', 'words': dirty, 'said_by': dirty}]}))
    out = Run('show', '--all', file).expect(0, 'Dexxe[31m').out
    assert not set(out) & {'\u202e', '\x1b', '\x07'}, repr(out)
    Run('draw', '--pages=all', file, path(folder, 'dirty.pdf')).expect(0)
    text = command('pdftotext', '-raw', path(folder, 'dirty.pdf'), '-')
    assert not set(text) & {'\u202e', '\x1b', '\x07'}, repr(text)


def test_draw_pdf(folder):
    for options, size in (([], '(A3)'), (['--paper', 'a4', '--landscape'], '841.89 x 595.276'),
                          (['--paper=A4', '--portrait'], '595.276 x 841.89')):
        out = path(folder, 'a.pdf')
        Run('draw', '--force', *options, NOOR, out).expect(0)
        info = command('pdfinfo', out)
        assert size in info, info
        assert 'Noor' not in info and 'Author' not in info and folder not in info, info
        text = ' '.join(command('pdftotext', '-raw', out, '-').split())
        for name in ('Noor V.', 'Oma Jo', 'Flat Havenstraat', 'Marit de Boer (Mentor, De Wilg)',
                     'Sem Hakim (Rechercheur mensenhandel, Politie)', 'niet met aangifte',
                     'no finding'):
            assert name in text, name
        assert '…' not in text
    assert os.listdir(folder) == ['a.pdf']


def test_draw_youth(folder):
    """On paper too, the young person's view holds names and rings and no other word of the map."""
    out = path(folder, 'own.pdf')
    Run('draw', '--view', 'youth', NOOR, out).expect(0)
    text = command('pdftotext', '-raw', out, '-')
    info = command('pdfinfo', out)
    assert 'Oma Jo' in text and 'Noor V.' in text and 'Dex' in text, text
    for word in ('Desmond', 'uitbuiter', 'moeder', 'Manu', 'Sem Hakim', 'Hotel', 'Professionals',
                 '06-', 'Weekendverlof', 'vertrouwelijk', 'veiligheid'):
        assert word not in text and word not in info, word
    Run('draw', '--view', 'parents', NOOR, out).expect(1, err='parents')
    Run('draw', '--view', 'youth', '--pages=all', NOOR, out).expect(2, err='--view')


def test_draw_view(folder):
    """A view that is kept in the map leaves out what it hides, and says so."""
    out = path(folder, 'part.pdf')
    with open(NOOR, encoding='utf-8') as stream:
        noor = json.load(stream)
    noor.update(minor=1, views=[{'id': 'v1', 'name': 'Plekken', 'kinds': 'place'}])
    with open(path(folder, 'view.kring'), 'w', encoding='utf-8') as stream:
        json.dump(noor, stream)
    Run('draw', '--view', 'PLEKKEN', path(folder, 'view.kring'), out).expect(0)
    text = command('pdftotext', '-raw', out, '-')
    assert 'Flat Havenstraat' in text and 'Oma Jo' not in text and 'not on this sheet' in text, text


def test_draw_pages(folder):
    out = path(folder, 'a.pdf')
    Run('draw', '--pages=all', NOOR, out).expect(0)
    text = command('pdftotext', '-raw', out, '-')
    for words in ('Signals', 'Statements and sources', 'Questions and actions', 'Timeline',
                  'Words of Noor', 'sheet 1 of '):
        assert words in text, words
    assert '…' not in text
    Run('draw', '--pages=tasks', '-f', NOOR, out).expect(0)
    text = command('pdftotext', '-raw', out, '-')
    assert 'Open questions' in text and 'Statements and sources' not in text
    Run('draw', '--pages=tasks,people', NOOR, out).expect(2, err='people')
    Run('draw', '--pages=tasks', '--bare', NOOR, out).expect(2)
    Run('draw', '--pages=tasks', '--dpi=40', NOOR, path(folder, 'b.png')).expect(0)
    assert os.path.exists(path(folder, 'b-2.png'))


def test_draw_png(folder):
    out = path(folder, 'a.png')
    Run('draw', '--dpi=50', '--palette=grey', NOOR, '-o', out).expect(0)
    assert read(out)[16:24] == (827).to_bytes(4, 'big') + (585).to_bytes(4, 'big')
    Run('draw', '--bare', '--transparent', '--scale=0.5', '--dpi=96', '-f', NOOR, out).expect(0)
    assert read(out)[25] == 6, 'not with an alpha channel'
    Run('draw', '--dpi=1200', '-f', NOOR, out).expect(1, err='too large')
    assert read(out)[25] == 6, 'the old picture is gone'


def test_draw_proposed_name(folder):
    name = Run('draw', NOOR, cwd=folder).expect(0).out.strip()
    assert name.startswith('working-document-') and name.endswith('.pdf'), name
    assert os.listdir(folder) == [name]


def test_draw_failing(folder):
    bad = write(folder, 'bad.kring', '{')
    Run('draw', bad, path(folder, 'a.pdf')).expect(1, err='bad.kring: ')
    Run('draw', NOOR, path(folder, 'nowhere/a.pdf')).expect(1, err='nowhere/a.pdf: ')
    assert os.listdir(folder) == ['bad.kring']


def test_draw_small(folder):
    large = path(EXAMPLES, 'groot.kring')
    Run('draw', '--paper=A4', large, path(folder, 'a.pdf')).expect(0)
    crowd = [(i % 16 * 100, i // 16 * 110) for i in range(96)] + [(3300, 0)]
    people = ','.join('{"id":"p%u","name":"Mustafa P. %u","position":[%u,%u]}' % (i, i, x, y)
                      for i, (x, y) in enumerate(crowd))
    close = write(folder, 'close.kring', '{"kring":1,"case":{},"persons":[%s]}' % people)
    run = Run('draw', '--paper=A4', close, path(folder, 'b.pdf')).expect(0)
    assert re.search('points on this sheet; from 6[.,]5 on it can be read.', run.err), run.err
    assert '--paper=A3 makes it ' in run.err, run.err
    assert re.search('--scale=[0-9.]+ divides the map over [0-9]+ sheets', run.err), run.err
    scale = re.search('--scale=[0-9.]+', run.err).group()
    run = Run('draw', '-f', '--paper=A4', scale, close, path(folder, 'b.pdf')).expect(0)
    assert run.err == '', run.err
    run = Run('draw', '-f', '--scale=0.8', large, path(folder, 'a.pdf')).expect(0)
    assert run.err == '', run.err
    assert 'Pages:           1\n' not in command('pdfinfo', path(folder, 'a.pdf'))


def test_show(folder):
    run = Run('show', NOOR).expect(0, 'Noor V.')
    for word in ('Persons', 'Ties', 'Oma Jo'):
        assert word in run.out, word
    document = json.loads(read(NOOR))
    document['persons'][1]['audience'] = 'none'
    document['persons'][1]['name'] = 'KANARIE'
    marked = write(folder, 'marked.kring', json.dumps(document))
    run = Run('show', marked).expect(0, '--all')
    assert 'KANARIE' not in run.out
    Run('show', '--all', marked).expect(0, 'KANARIE')
    Run('draw', marked, path(folder, 'a.pdf')).expect(0)
    assert 'KANARIE' not in command('pdftotext', path(folder, 'a.pdf'), '-')


def test_new(folder):
    out = path(folder, 'new.kring')
    Run('new', '--title', 'Zaak', '--name', 'Zoë', out).expect(0)
    Run('check', out).expect(0)
    assert 'Zoë' in Run('show', out).expect(0).out
    before = read(out)
    Run('new', out).expect(1, err='--force')
    assert read(out) == before
    os.symlink('nowhere.kring', path(folder, 'link.kring'))
    Run('new', path(folder, 'link.kring')).expect(1, err='--force')
    Run('new', '--force', '--name', 'Yara', out).expect(0)
    assert 'Yara' in Run('show', out).expect(0).out
    Run('new', path(folder, 'nowhere/new.kring')).expect(1, err='new.kring: ')
    Run('draw', out, path(folder, 'a.pdf')).expect(0)


def test_dutch(folder):
    locales = os.environ.get('KRING_LOCALEDIR', '')
    if not os.path.exists(path(locales, 'nl/LC_MESSAGES/kring.mo')):
        return 'no translation was built'
    dutch = {'LANGUAGE': 'nl', 'LC_ALL': 'C.UTF-8'}
    Run('--help', **dutch).expect(0, 'Gebruik:')
    Run('draw', '--help', **dutch).expect(0, 'kring-cli draw')
    out = path(folder, 'a.pdf')
    Run('draw', NOOR, out, **dutch).expect(0)
    text = command('pdftotext', '-raw', out, '-')
    for words in ('Netwerk rond Noor V.', 'Werkdocument – vertrouwelijk', 'Gezamenlijk blad',
                  'items niet op dit blad'):
        assert words in text, words
    assert 'Werkdocument\n' in command('pdfinfo', out)
    return None


def test_for(folder):
    """A sheet is for somebody: what is for one side is on no sheet for all, and on no other's."""
    words = {'joint': ('Politieman', 'Zorgvrouw', 'Niemand'), 'care': ('Politieman', 'Niemand'),
             'police': ('Zorgvrouw', 'Niemand')}
    names = {'Politieman', 'Zorgvrouw', 'Niemand'}
    file = write(folder, 'sides.kring', json.dumps({
        'kring': 1, 'minor': 1, 'case': {'centre': ['p']},
        'persons': [{'id': 'p', 'name': 'Anna', 'position': [0, 0], 'why': 'Gezien met Politieman.'},
                    {'id': 'q', 'name': 'Politieman', 'position': [200, 0], 'audience': 'police'},
                    {'id': 'c', 'name': 'Zorgvrouw', 'position': [-200, 0], 'audience': 'care'},
                    {'id': 'r', 'name': 'Niemand', 'position': [0, 200], 'audience': 'none'}],
        'signals': [{'id': 's', 'about': 'q', 'name': 'Bij Politieman'}]}))
    for reader, hidden in words.items():
        out = path(folder, f'{reader}.pdf')
        run = Run('draw', '--for', reader, '--pages', 'all', file, out).expect(0)
        shown = command('pdftotext', '-raw', out, '-')
        told = Run('show', '--for', reader, file).expect(0).out
        heading = {'joint': 'Joint sheet', 'care': 'For care', 'police': 'For police'}[reader]
        for page in shown.split('\f')[:-1]:
            assert heading in page and 'not on this sheet' in page, (reader, page)
        assert told.startswith(heading + '\n'), told
        bare = path(folder, f'{reader}-bare.pdf')
        Run('draw', '--for', reader, '--bare', file, bare).expect(0)
        assert f'{heading} · ' in command('pdftotext', '-raw', bare, '-')
        for text in (shown, told):
            assert {name for name in names if name in text} == names - set(hidden), (reader, text)
        assert ('p.why' in run.err) == ('Politieman' in hidden), run.err
        assert 'Gezien' not in run.err, 'the sentence itself is told'
        n = {'joint': 4, 'care': 3, 'police': 2}[reader]
        for command_of_it in (['draw', '-f', '-o', out], ['show'], ['show', '--unknown']):
            told = Run(*command_of_it, '--for', reader, file).expect(0).err
            assert f'{n} items stay behind; --left says which.\n' in told, told
            assert not [name for name in names if name in told], told
            told = Run(*command_of_it, '--left', '--for', reader, file).expect(0).err
            assert f'{n} items stay behind:\n' in told and '--left' not in told, told
            assert '  Niemand (not in exports)\n' in told, told
            assert ('Bij Politieman (belongs to' in told) == ('Politieman' in hidden), told
    told = Run('draw', '-f', '--view=youth', '--left', file, out).expect(0).err
    assert "  Politieman (police only)\n" in told and 'Anna' not in told, told
    assert Run('draw', '-f', file, path(folder, 'joint.pdf')).expect(0)
    assert 'Politieman' not in command('pdftotext', '-raw', path(folder, 'joint.pdf'), '-')
    assert 'Gezien met Politieman' in Run('show', '--keep-mentions', file).expect(0).out
    assert names <= set(Run('show', '--all', file).expect(0).out.replace('.', ' ').split())
    Run('draw', '--for', 'everybody', file).expect(2, err='unknown reader “everybody”')
    Run('show', '--for', 'none', file).expect(2, err='unknown reader “none”')


# A map for the commands that hand on: Anna goes along, Politieman is for the police.
SHARED = {
    'kring': 1, 'case': {'centre': ['a'], 'title': 'Overleg Anna'},
    'persons': [{'id': 'a', 'name': 'Anna Vliet', 'position': [0, 0], 'remark': 'Slaapt slecht'},
                {'id': 'p', 'name': 'Politieman', 'position': [200, 0], 'audience': 'police'}],
    'phones': [{'id': 't', 'name': 'tel.', 'number': '06-00000012', 'position': [0, 200]}],
    'ties': [{'id': 'b', 'from': 'a', 'to': 't'}],
    'statements': [{'id': 's', 'about': 'a', 'words': 'Anna belt op 06 0000 0012'}]}


def test_share(folder):
    """What is handed on is a map of its own, and nothing of what stays behind is in it."""
    file = write(folder, 'anna.kring', json.dumps(SHARED))
    for reader in ('joint', 'care', 'police', 'youth', 'parents', 'municipality'):
        out = path(folder, f'voor-{reader}.kring')
        Run('share', '--for', reader, '-o', out, file).expect(0)
        Run('check', out).expect(0)
        text = open(out, encoding='utf-8').read()
        assert ('Politieman' in text) == (reader == 'police'), (reader, text)
        assert ('Anna Vliet' in text) == (reader != 'municipality'), (reader, text)
        assert not [row['id'] for row in json.loads(text)['persons'] if row['id'] in 'apt'], text
        for form in ('pdf', 'png'):
            Run('share', '--for', reader, '-o', path(folder, f'{reader}.{form}'), file).expect(0)
    told = Run('share', '--for', 'care', '--list', file).expect(0).err
    assert '  Politieman (police only)\n' in told and '--l' not in told, told
    one, two = (json.loads(open(path(folder, f'voor-{name}.kring'), encoding='utf-8').read())
                for name in ('joint', 'care'))
    assert not {row['id'] for row in one['persons']} & {row['id'] for row in two['persons']}


def test_share_names(folder):
    """Codes go along and the key does not; numbers go with the names that they lead to."""
    file = write(folder, 'anna.kring', json.dumps(SHARED))
    out, key = path(folder, 'code.kring'), path(folder, 'key.txt')
    Run('share', '--for=joint', '--names=code', '-o', out, file).expect(2, err='needs --key')
    Run('share', '--for=joint', '--key', key, '-o', out, file).expect(2, err='--key is for')
    assert not os.path.exists(out) and not os.path.exists(key)
    Run('share', '--for=joint', '--names=code', '--key', key, '-o', out, file).expect(0)
    text = open(out, encoding='utf-8').read()
    assert 'Anna' not in text and 'Vliet' not in text and '0012' not in text, text
    assert '"P1"' in text and '"P1 belt op Phone 1"' in text, text
    assert open(key, encoding='utf-8').read() == 'P1\tAnna Vliet\n'
    out = path(folder, 'code.pdf')
    Run('share', '--for=joint', '--names=code', '--force', '--key', key, '-o', out, file).expect(0)
    shown = command('pdftotext', '-raw', out, '-') + command('pdfinfo', out)
    assert 'Anna' not in shown and '0012' not in shown and 'P1' in shown, shown


def test_share_refused(folder):
    """Nothing half written, and a reason."""
    file = write(folder, 'anna.kring', json.dumps(SHARED))
    out = path(folder, 'x.kring')
    Run('share', '-o', out, file).expect(2, err='--for')
    Run('share', '--for=everybody', '-o', out, file).expect(2, err='unknown reader “everybody”')
    Run('share', '--for=care', file).expect(2, err='-o')
    Run('share', '--for=care', '--names=short', '-o', out, file).expect(2, err='“short”')
    Run('share', '--for=care', '--without=names', '-o', out, file).expect(2, err='“names”')
    Run('share', '--for=care', '-o', path(folder, 'x.txt'), file).expect(2, err='.kring, .pdf')
    named = path(folder, 'zonder-politieman.kring')
    Run('share', '--for=care', '-o', named, file).expect(1, err='stay behind')
    nobody = write(folder, 'nobody.kring', json.dumps({'kring': 1, 'case': {}, 'persons': [
        {'id': 'p', 'name': 'Politieman', 'audience': 'police'}]}))
    Run('share', '--for=care', '-o', out, nobody).expect(1, err='nothing is left')
    write(folder, 'there.kring', 'mine')
    Run('share', '--for=care', '-o', path(folder, 'there.kring'), file).expect(1, err='--force')
    assert open(path(folder, 'there.kring'), encoding='utf-8').read() == 'mine'
    Run('share', '--for=care', '-o', '/dev/full/x.kring', file).expect(1, err='x.kring')
    codes = ('share', '--for=joint', '--names=code', '--force')
    before = open(file, encoding='utf-8').read()
    for places in (('-o', file, '--key', path(folder, 'k')), ('-o', out, '--key', file),
                   ('-o', out, '--key', path(folder, './x.kring'))):
        Run(*codes, *places, file).expect(2, err='different files')
    Run(*codes, '-o', '/dev/full/x.kring', '--key', path(folder, 'k'), file).expect(1)
    Run(*codes, '-o', path(folder, 'vliet.pdf'), '--key', path(folder, 'k'), file).expect(1)
    assert open(file, encoding='utf-8').read() == before
    assert sorted(os.listdir(folder)) == ['anna.kring', 'nobody.kring', 'there.kring']
    without = path(folder, 'without.kring')
    Run('share', '--for=care', '--without=statements,remarks', '-o', without, file).expect(0)
    text = open(without, encoding='utf-8').read()
    assert 'Slaapt' not in text and 'belt' not in text and 'Anna' in text, text


def test_too_many_sheets(folder):
    """Who lies far away is no reason for thousands of sheets: refused with the figure, at once."""
    file = write(folder, 'far.kring', json.dumps({'kring': 1, 'case': {}, 'persons': [
        {'id': 'a', 'name': 'A', 'position': [-1000000, 0]},
        {'id': 'b', 'name': 'B', 'position': [1000000, 0]}]}))
    for name in ('far.pdf', 'far.png'):
        out = path(folder, name)
        run = Run('draw', '--scale', '1', file, out).expect(1, err='choose a smaller scale')
        assert re.search(r'takes \d{4} sheets', run.err), run.err
        assert not os.path.exists(out)
    Run('draw', file, path(folder, 'far.pdf')).expect(0)


def test_comma_locale(folder):
    """Numbers on the command line do not pass through the locale."""
    out = path(folder, 'a.png')
    Run('draw', '--scale=0.5', '--bare', '--dpi=96', NOOR, out).expect(0)
    here = read(out)
    Run('draw', '-f', '--scale=0.5', '--bare', '--dpi=96', NOOR, out, LC_ALL='nl_NL.UTF-8').expect(0)
    assert read(out)[16:24] == here[16:24]


def test_language(folder):
    if 'Gebruik:' not in Run('--help', LANGUAGE='nl', LC_ALL='C.UTF-8').out:
        return 'the Dutch translation was not built'
    none = {'LANGUAGE': '', 'LC_ALL': '', 'LC_MESSAGES': '', 'LANG': ''}
    for wish, word in (({}, 'Gebruik:'), ({'LANG': 'C'}, 'Gebruik:'),
                       ({'LC_ALL': 'C.UTF-8'}, 'Gebruik:'), ({'LANG': 'en_GB.UTF-8'}, 'Usage:'),
                       ({'LANGUAGE': 'en'}, 'Usage:'), ({'LC_ALL': 'C'}, 'Usage:')):
        Run('--help', **{**none, **wish}).expect(0, word)


def places_of(name):
    with open(name, encoding='utf-8') as file:
        return {item['id']: item['position'] for items in json.load(file).values()
                if isinstance(items, list) for item in items if 'position' in item}


def test_arrange(folder):
    before = places_of(NOOR)
    for layout in ('rings', 'stress', 'readable', 'groups', 'family', 'tidy'):
        out = path(folder, f'{layout}.kring')
        Run('arrange', NOOR, '--layout', layout, '--seed', '3', '-o', out).expect(0)
        Run('check', out).expect(0)
        after = places_of(out)
        assert after.keys() == before.keys(), layout
        assert after != before, layout
    again = path(folder, 'again.kring')
    Run('arrange', NOOR, '--seed', '3', '-o', again).expect(0)
    assert places_of(again) == places_of(path(folder, 'rings.kring'))
    Run('arrange', NOOR).expect(2, err='-o')
    Run('arrange', NOOR, '--layout', 'pretty', '-o', again).expect(2, err='pretty')
    Run('arrange', path(folder, 'none.kring'), '-o', again).expect(1)


def list_words(value):
    """Every text of a map that is not one of the program's own words."""
    if isinstance(value, dict):
        for member in value.values():
            yield from list_words(member)
    elif isinstance(value, list):
        for member in value:
            yield from list_words(member)
    elif isinstance(value, str) and (' ' in value or value[:1].isupper()):
        yield value


def test_debug(folder):
    """It tells what it does, on request, and nothing that stands on the map."""
    assert not Run('arrange', '-o', path(folder, 'a.kring'), NOOR).err
    told = Run('arrange', '-o', path(folder, 'b.kring'), NOOR, KRING_DEBUG='all').expect(0).err
    assert re.search(r'^kring-layout: rings of \d+ nodes and \d+ edges$', told, re.M), told
    assert re.search(r'^kring-storage: \d+ bytes, minor \d: \d+ items', told, re.M), told
    with open(NOOR, encoding='utf-8') as file:
        words = set(list_words(json.load(file)))
    assert len(words) > 100
    assert not [word for word in words if word in told]
    assert folder not in told


def test_arrange_unplaced(folder):
    """Nobody stands anywhere yet: all get a place, apart and within reach of each other."""
    persons = [{'id': f'p{number:03d}', 'name': f'Persoon {number}'} for number in range(450)]
    ties = [{'id': f't{number:03d}', 'from': f'p{number // 3:03d}', 'to': f'p{number:03d}'}
            for number in range(1, 450)]
    text = json.dumps({'kring': 1, 'case': {'centre': ['p000']}, 'persons': persons, 'ties': ties})
    unplaced, out = write(folder, 'unplaced.kring', text), path(folder, 'placed.kring')
    for layout in ('rings', 'stress', 'readable'):
        Run('arrange', unplaced, '-f', '--layout', layout, '-o', out).expect(0)
        places = sorted(places_of(out).values())
        assert len(places) == 450, layout
        assert all(abs(x) < 10000 and abs(y) < 10000 for x, y in places), layout
        near = sum(1 for one, (x, y) in enumerate(places) for other in places[one + 1:]
                   if abs(other[0] - x) < 40 and abs(other[1] - y) < 40)
        assert not near, (layout, near)


def test_graph_layout(folder):
    graph = write(folder, 'graph.tsv', '# a remark\na\tb\nb\tc\t7\nc\td\n')
    out = path(folder, 'out.tsv')
    told = Run('graph-layout', graph, '--stats', '-o', out, LC_ALL='nl_NL.UTF-8').expect(0)
    figures = json.loads(told.out)
    assert figures['nodes'] == 4 and figures['edges'] == 3 and figures['crossings'] == 0, figures
    assert figures['stress'] < 0.01 and figures['ms'] > 0, figures
    rows = [row.split('\t') for row in read(out).decode().splitlines()]
    assert [row[0] for row in rows] == ['a', 'b', 'c', 'd'], rows
    assert all(float(row[1]) == float(row[1]) for row in rows)
    Run('graph-layout', graph, '--layout', 'rings', '--root', 'z', '--stats').expect(1, err='z')
    bad = write(folder, 'bad.tsv', 'a\tb\n\tc\n')
    Run('graph-layout', bad, '--stats').expect(1, err='line 2')
    Run('graph-layout', graph, '--stats', '--places', bad).expect(1, err='bad.tsv: line 1')


def test_pipe(folder):
    """What is no file is not put away for one, is not waited for, and is named."""
    pipe = path(folder, 'pipe')
    graph = write(folder, 'graph.tsv', 'a\tb\n')
    os.mkfifo(pipe)
    for command in (['draw', NOOR, pipe, '--format', 'pdf'], ['draw', NOOR, pipe, '--format', 'png'],
                    ['arrange', NOOR, '-o', pipe], ['new', pipe],
                    ['graph-layout', graph, '-o', pipe]):
        Run(*command, '--force').expect(1, err='pipe: this is not an ordinary file')
        Run(*command).expect(1, err='pipe: this is not an ordinary file')
        assert stat.S_ISFIFO(os.lstat(pipe).st_mode), command
    for command in (['check'], ['show'], ['catalogue'], ['draw'], ['graph-layout', '--stats']):
        Run(*command, pipe).expect(1, err='not an ordinary file')


def test_misuse(folder):
    """Whatever is typed: an answer in words, no file, and not a word of a library's."""
    odd = path(folder, 'a:b.kring')
    shutil.copy(NOOR, odd)
    before = sorted(os.listdir(folder))
    table = [
        [''], ['--'], ['-'], ['-x'], ['check', ''], ['check', '--'], ['check', '--', '--'],
        ['check', '-o'], ['check', '\x1b[31m'], ['check', 'http://a.example/x.kring'],
        ['check', 'sftp://a.example/x'], ['check', 'file://'], ['check', 'file:///'],
        ['check', 'a' * 5000], ['check', 'x' * 300], ['check', '/dev/null'], ['check', '/dev/tty0'],
        ['draw', ''], ['draw', '', ''], ['draw', odd, ''], ['draw', odd, '.'], ['draw', odd, '/'],
        ['draw', odd, '.pdf/'], ['draw', odd, folder], ['draw', odd, 'http://a.example/x.pdf'],
        ['draw', odd, 'sftp://x.pdf'], ['draw', odd, '-o', ''], ['draw', odd, '-o'],
        ['draw', odd, '--format=gif', '-o', '-'], ['draw', odd, '--format', '-o', '-'],
        ['draw', '--view=', odd, 'a.pdf'], ['draw', '--pages=', odd, 'a.png', '--bare'],
        ['draw', '--scale=nan', odd, 'a.pdf'], ['draw', '--scale=inf', odd, 'a.pdf'],
        ['draw', '--scale=1e400', odd, 'a.pdf'], ['draw', '--scale=', odd, 'a.pdf'],
        ['draw', '--dpi=nan', odd, 'a.png'], ['draw', '--paper=', odd, 'a.pdf'],
        ['draw', '--palette=\x1b[2J', odd, 'a.pdf'], ['draw', b'\xff\xfe.kring', 'a.pdf'],
        ['show'], ['show', ''], ['show', odd, odd], ['show', '--all', '--', '-all'],
        ['new'], ['new', ''], ['new', odd], ['new', '/'], ['new', 'x/y/z.kring'],
        ['new', '--title'], ['new', 'http://a.example/x'], ['arrange', odd], ['arrange', odd, '-o'],
        ['arrange', odd, '-o', ''], ['arrange', odd, '-o', '/'], ['arrange', odd, '-l', '', '-o', 'x'],
        ['arrange', odd, '--seed=x', '-o', 'x'], ['arrange', odd, '-o', 'sftp://a.example/x'],
        ['catalogue', ''], ['catalogue', '--kind='], ['catalogue', folder], ['catalogue', 'none'],
        ['graph-layout', ''], ['graph-layout', '', '--stats'], ['graph-layout', folder, '--stats'],
        ['graph-layout', odd, '--root=', '--stats', '-l', 'rings'], ['help', ''], ['help', '-'],
        ['graph-layout', odd, '--places', folder, '--stats'],
    ]
    # Whatever stands where a file should, in every command.
    names = ['', '.', '/', '-x', '--nope', '--help=1', '/dev/null', '/proc/self/mem', 'nothing.kring',
             'nodir/x.pdf', 'a:b.kring/x', 'a' * 300, 'a\nb\x1b[31m.kring', b'\xff\xfe.kring',
             'http://a.example/x', 'sftp://a/b', 'resource:///x', 'trash:///', 'file://']
    for name in ('check', 'draw', 'show', 'arrange', 'catalogue', 'graph-layout'):
        table += [[name, wrong] for wrong in names]
        table += [[name, *wrong] for wrong in (
            ['nothing', '-o'], ['nothing', '-o', ''], ['nothing', '--', '--'], ['a', 'b', 'c'])]
    outputs = ['', '.', '/', 'nodir/x.pdf', 'a:b.kring/x.pdf', 'a' * 300, 'http://a.example/x.pdf',
               'sftp://a/b.pdf', 'resource:///x.pdf', 'trash:///x.pdf', 'file://', '/proc/nothing']
    graph = write(folder, 'graph.tsv', 'a\tb\n')
    before = sorted(os.listdir(folder))
    for wrong in outputs:
        table += [['draw', odd, '-o', wrong], ['draw', odd, wrong], ['arrange', odd, '-o', wrong],
                  ['graph-layout', graph, '-o', wrong], ['new', wrong]]
    for arguments in table:
        run = Run(*arguments, cwd=folder)
        assert run.status in (1, 2), (arguments, run.status, run.out, run.err)
        assert run.err, arguments
        for word in ('CRITICAL', 'WARNING', 'GLib', 'assertion', '\x1b'):
            assert word not in run.err and word not in run.out, (arguments, run.err)
        assert sorted(os.listdir(folder)) == before, (arguments, os.listdir(folder))


def test_names(folder):
    """`--` ends options, a colon is a letter, and no name steers the terminal."""
    for name in ('-x.kring', 'a:b.kring', 'file:x.kring', '100%s.kring', ' .kring'):
        shutil.copy(NOOR, path(folder, name))
        Run('check', '--', name, cwd=folder).expect(0, f'{name}: in order')
        Run('show', '--', name, cwd=folder).expect(0, 'Oma Jo')
        Run('draw', '--bare', '--', name, f'{name}.pdf', cwd=folder).expect(0)
        assert os.path.exists(path(folder, f'{name}.pdf')), name
        Run('arrange', '-l', 'tidy', '-o', f'./{name}', '--', name, cwd=folder).expect(0)
    Run('draw', './a:b.kring', '-o', 'a:b.png', '--dpi=40', cwd=folder).expect(0)
    Run('check', 'file://' + path(folder, 'a:b.kring')).expect(0)
    for name in ('a\x1b[31m\u202e\nb: in order\n.kring', 'nothing\x1b[2J.kring'):
        run = Run('check', name, cwd=folder).expect(1)
        assert '\x1b' not in run.err and '\u202e' not in run.err and run.err.count('\n') == 1, run.err
        shutil.copy(NOOR, path(folder, name))
        run = Run('check', name, cwd=folder).expect(0)
        assert '\x1b' not in run.out and '\u202e' not in run.out and run.out.count('\n') == 1, run.out


def test_streams(folder):
    noor = read(NOOR)
    Run('check', '-', stdin=noor).expect(0, 'in order')
    assert Run('show', '-', stdin=noor).expect(0).out == Run('show', NOOR).out
    Run('check', '-', stdin=b'{').expect(1, err='line 1')
    Run('check', '-', stdin=b'').expect(1, err='empty')
    assert Run('draw', '-', '-o', '-', stdin=noor).expect(0).bytes.startswith(b'%PDF')
    assert Run('draw', NOOR, '-').expect(0).bytes.startswith(b'%PDF')
    made = Run('draw', '-', '-', '--format=png', '--dpi=40', stdin=noor).expect(0).bytes
    assert made.startswith(b'\x89PNG') and made.endswith(b'IEND\xaeB`\x82'), made[-20:]
    Run('draw', NOOR, '-', '--format=png', '--dpi=40', '--pages=tasks').expect(1, err='name a file')
    Run('draw', NOOR, path(folder, 'odd.name'), '--format=pdf').expect(0)
    assert read(path(folder, 'odd.name')).startswith(b'%PDF')
    Run('arrange', NOOR, '-l', 'tidy', '-o', path(folder, 'tidy.kring')).expect(0)
    made = Run('arrange', '-', '-l', 'tidy', '-o', '-', stdin=noor).expect(0).bytes
    assert made == read(path(folder, 'tidy.kring'))
    made = Run('new', '--name', 'Zoë', '-').expect(0).bytes
    Run('show', '-', stdin=made).expect(0, 'Zoë')
    out = Run('graph-layout', '-', '-o', '-', stdin=b'a\tb\n').expect(0).out
    assert [row.split('\t')[0] for row in out.splitlines()] == ['a', 'b'], out


def test_full_output(folder):
    """What could not be written to standard output is not done."""
    if not os.path.exists('/dev/full'):
        return 'there is no /dev/full'
    for arguments in (['show', NOOR], ['check', NOOR], ['--help'], ['draw', '--help'], ['-V'],
                      ['draw', NOOR, '-o', '-'], ['arrange', NOOR, '-o', '-'], ['catalogue'],
                      ['draw', '--bare', NOOR]):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE,
                                  cwd=folder, timeout=60)
        assert done.returncode == 1, (arguments, done.returncode)
        assert b'the disk is full' in done.stderr, (arguments, done.stderr)
    return None


def test_byte_order_mark(folder):
    """As editors on other systems save it: a map, a list of signals and a graph."""
    marked, catalogue, graph = (path(folder, name) for name in ('a.kring', 'a.json', 'a.tsv'))
    for name, text in ((marked, read(NOOR)), (graph, b'Noor\tDex\nNoor\tYara\n'),
                       (catalogue, read(os.path.join(EXAMPLES, '..', 'catalogue', 'signals.json')))):
        with open(name, 'wb') as file:
            file.write(b'\xef\xbb\xbf' + text)
    Run('check', marked).expect(0, 'in order')
    Run('catalogue', catalogue).expect(0, 'in order')
    assert json.loads(Run('graph-layout', graph, '--stats').expect(0).out)['nodes'] == 3
    with open(marked, 'wb') as file:
        file.write(read(NOOR).decode().encode('utf-16'))
    Run('check', marked).expect(1, err='UTF-16')


def test_force(folder):
    """A file that is there is replaced by those who say so."""
    out, picture = path(folder, 'a.pdf'), path(folder, 'a.png')
    write(folder, 'a.pdf', 'mine')
    write(folder, 'a-2.png', 'mine')
    Run('draw', NOOR, out).expect(1, err='--force')
    Run('draw', NOOR, picture, '--dpi=40', '--pages=tasks').expect(1, err='a-2.png')
    assert read(out) == read(path(folder, 'a-2.png')) == b'mine' and not os.path.exists(picture)
    Run('draw', '-f', NOOR, out).expect(0)
    Run('draw', '--force', NOOR, picture, '--dpi=40', '--pages=tasks').expect(0)
    assert read(out) != b'mine' != read(path(folder, 'a-2.png'))
    same, other = path(folder, 'a.kring'), path(folder, 'b.kring')
    shutil.copy(NOOR, same)
    write(folder, 'b.kring', 'mine')
    os.symlink('a.kring', path(folder, 'link.kring'))
    Run('arrange', same, '-o', other).expect(1, err='--force')
    assert read(other) == b'mine'
    Run('arrange', same, '-o', other, '--force').expect(0)
    Run('arrange', same, '-o', path(folder, 'link.kring')).expect(0)
    assert os.path.islink(path(folder, 'link.kring')) and read(same) != read(NOOR)
    graph = write(folder, 'graph.tsv', 'a\tb\n')
    Run('graph-layout', graph, '-o', graph).expect(1, err='--force')
    assert read(graph) == b'a\tb\n'
    os.symlink('nowhere.pdf', path(folder, 'dangling.pdf'))
    Run('draw', NOOR, path(folder, 'dangling.pdf')).expect(1, err='--force')


if __name__ == '__main__':
    sys.exit(main(globals()))
