#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The formatting of every C file is what clang-format makes of it."""
import os
import re
import shutil
import subprocess

import fence


def check(top):
    paths = fence.files(top, '.c', '.h', under=('src', 'tests'))
    if top != fence.root():
        shutil.copy(os.path.join(fence.root(), '.clang-format'), top)
    result = subprocess.run(['clang-format', '--dry-run', '-Werror', *paths], cwd=top,
                            capture_output=True, text=True)
    if result.returncode == 0:
        return []
    return re.findall(r'^\S+:\d+:\d+: error: .*', result.stderr, re.M) or [result.stderr]


if __name__ == '__main__':
    fence.run(check, [
        ('other spacing', {'src/map/model/a.c': 'int\nf(void)\n{\n    return 1;\n}\n'}),
    ], [('the house style', {'src/map/model/a.c': 'int\nf (void)\n{\n  return 1;\n}\n'})])
