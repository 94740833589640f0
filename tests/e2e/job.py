# SPDX-License-Identifier: GPL-3.0-or-later
"""Work on a map that is told as TAP: in steps that each raise when something is wrong, or in checks
that follow one another. A picture of the screen is left where something went wrong."""
import json
import os
import shutil
import sys
import tempfile

import driver


class Job:
    """Steps on a copy of the example of Noor. Subclasses say which methods are the steps."""
    STEPS = ()

    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, 'noor.kring')
        self.kring = None
        shutil.copy(os.path.join(driver.TOP, 'data/examples/noor.kring'), self.path)

    def start(self):
        self.kring = driver.Kring(driver.PROGRAM, self.path)

    def quit(self):
        self.kring.quit()
        driver.run_cli('check', self.path)

    def tell(self):
        """What is worth knowing when all went well, or None."""

    def fail(self, number, step, error):
        picture = os.path.join(driver.BUILD, f'e2e-{type(self).__name__.lower()}-{step}.png')
        print(f'not ok {number} - {step}')
        print(f'# {type(error).__name__}: {error}')
        if self.kring:
            self.kring.picture(picture)
            print(f'# see {picture}')

    def run(self):
        print(f'1..{len(self.STEPS)}')
        for number, step in enumerate(self.STEPS, 1):
            try:
                getattr(self, step)()
            except Exception as error:  # pylint: disable=broad-except
                self.fail(number, step, error)
                return False
            print(f'ok {number} - {step}', flush=True)
        if self.tell():
            print(f'# {self.tell()}')
        return True


def run_job(make):
    """Does the job that @make makes in a folder of its own, and ends this program."""
    with tempfile.TemporaryDirectory() as folder:
        driver.environment(folder)
        job = make(folder)
        try:
            good = job.run()
        finally:
            if job.kring:
                job.kring.kill()
    sys.exit(not good)


def run_checks(name, contents, check):
    """Opens a map of @contents; @check goes over what it does with it and yields what was looked at
    and whether that was so."""
    with tempfile.TemporaryDirectory() as folder:
        driver.environment(folder)
        path = os.path.join(folder, f'{name}.kring')
        with open(path, 'w', encoding='utf-8') as stream:
            json.dump(contents, stream)
        kring = driver.Kring(driver.PROGRAM, path)
        number = 0
        try:
            for number, (what, passed) in enumerate(check(kring), 1):
                print(f'{"ok" if passed else "not ok"} {number} - {what}', flush=True)
                if not passed:
                    kring.picture(os.path.join(driver.BUILD, f'e2e-{name}-{number}.png'))
            print(f'1..{number}')
        except AssertionError:
            kring.picture(os.path.join(driver.BUILD, f'e2e-{name}-end.png'))
            raise
        finally:
            kring.kill()
