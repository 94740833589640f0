# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of kring-cli share: the program run, files in a folder of their own, and the list of tests."""
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM, EXAMPLES = (os.path.abspath(argument) for argument in sys.argv[1:3])
NOOR = os.path.join(EXAMPLES, 'noor.kring')


class Run:
    def __init__(self, *arguments, cwd=None, stdin=b'', **environment):
        done = subprocess.run([PROGRAM, *arguments], cwd=cwd, capture_output=True, timeout=60,
                              input=stdin, env={**os.environ, **environment})
        self.status = done.returncode
        self.bytes = done.stdout
        self.out = done.stdout.decode(errors='replace')
        self.err = done.stderr.decode()

    def expect(self, status, out='', err=''):
        assert self.status == status, f'status {self.status}, not {status}: {self.err}'
        assert out in self.out, f'{out!r} is not in {self.out!r}'
        assert err in self.err, f'{err!r} is not in {self.err!r}'
        if status == 0:
            assert 'CRITICAL' not in self.err and 'WARNING' not in self.err, self.err
        return self


def path(folder, name):
    return os.path.join(folder, name)


def read(name):
    with open(name, 'rb') as file:
        return file.read()


def write(folder, name, text):
    with open(path(folder, name), 'w', encoding='utf-8') as file:
        file.write(text)
    return path(folder, name)


def command(*words):
    return subprocess.run(words, capture_output=True, check=True).stdout.decode()


def main(names):
    """Runs what is called test_ in @names."""
    tests = [(name[5:], function) for name, function in names.items()
             if name.startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, function) in enumerate(tests, 1):
        folder = tempfile.mkdtemp()
        try:
            reason = function(folder)
            print(f'ok {number} {name}' + (f' # SKIP {reason}' if reason else ''))
        except (AssertionError, subprocess.SubprocessError, OSError, UnicodeDecodeError) as error:
            failed += 1
            print(f'not ok {number} {name}')
            print('# ' + str(error).replace('\n', '\n# '))
        finally:
            shutil.rmtree(folder)
    return 1 if failed else 0
