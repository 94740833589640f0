# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fences share: reading the tree, planting a violation, and reporting as TAP.

A fence is a function from a root folder to a list of complaints. It must have none about the tree,
and at least one about every planted violation, or it would not be a fence.
"""
import os
import sys
import tempfile

SKIPPED = ('.git', '.flatpak-builder', '__pycache__', 'subprojects')


def root():
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def files(top, *endings, under=('',)):
    """Paths of the files of the tree, from its top, sorted; build folders are left out."""
    found = []
    for folder in under:
        for here, folders, names in os.walk(os.path.join(top, folder)):
            folders[:] = [name for name in folders if name not in SKIPPED
                          and not name.startswith('_build')
                          and not os.path.exists(os.path.join(here, name, 'build.ninja'))]
            found += [os.path.relpath(os.path.join(here, name), top) for name in names
                      if not endings or name.endswith(endings)]
    return sorted(set(found))


def read(top, path):
    with open(os.path.join(top, path), encoding='utf-8', errors='replace') as stream:
        return stream.read()


def write(top, path, text):
    os.makedirs(os.path.dirname(os.path.join(top, path)) or top, exist_ok=True)
    with open(os.path.join(top, path), 'w', encoding='utf-8') as stream:
        stream.write(text)


def run(fence, planted, allowed=(), top=None):
    """Runs @fence on the tree, and on a small tree for each of @planted and @allowed: a name and
    the files (path: text) of that tree."""
    failed = 0
    print(f'1..{1 + len(planted) + len(allowed)}')

    def report(number, good, name, complaints):
        nonlocal failed
        failed += not good
        print(f'{"ok" if good else "not ok"} {number} - {name}')
        if not good:
            for complaint in complaints[:40] or ['nothing was found']:
                print(f'# {complaint}')

    complaints = fence(top or root())
    report(1, not complaints, 'the tree', complaints)
    cases = [(name, tree, True) for name, tree in planted]
    cases += [(name, tree, False) for name, tree in allowed]
    for number, (name, tree, expected) in enumerate(cases, 2):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in tree.items():
                write(folder, path, text)
            complaints = fence(folder)
        word = 'found' if expected else 'allowed'
        report(number, bool(complaints) == expected, f'{word}: {name}', complaints)
    sys.exit(1 if failed else 0)
