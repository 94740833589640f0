#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads meson's JSON test logs and prints `N passed, N failed`.

A test that speaks TAP counts once for every `ok` and `not ok` of its top level, any other test
once. A test that failed without a `not ok` (it crashed, or ran out of time) counts as one failure,
and so does a log that is missing: a suite that did not run has not passed.
"""
import json
import re
import sys

LINE = re.compile(r'(not )?ok\b')
SKIP = re.compile(r'#\s*skip', re.IGNORECASE)


def count_one(record):
    passed = failed = skipped = 0
    for line in record.get('stdout', '').splitlines():
        match = LINE.match(line)
        if not match:
            continue
        if SKIP.search(line):
            skipped += 1
        elif match.group(1):
            failed += 1
        else:
            passed += 1
    good = record['result'] in ('OK', 'EXPECTEDFAIL')
    if record['result'] == 'SKIP' and not skipped:
        skipped = 1
    elif not passed and not failed and not skipped:
        passed, failed = (1, 0) if good else (0, 1)
    elif not good and not failed and record['result'] != 'SKIP':
        failed = 1
    return passed, failed, skipped


def main(logs):
    totals = [0, 0, 0]
    for log in logs:
        try:
            with open(log, encoding='utf-8', errors='replace') as lines:
                records = [json.loads(line) for line in lines]
        except OSError:
            records = []
        if not records:
            print(f'no tests ran: {log}', file=sys.stderr)
            totals[1] += 1
        for record in records:
            counts = count_one(record)
            totals = [total + count for total, count in zip(totals, counts)]
            if counts[1] or counts[2]:
                word = 'failed' if counts[1] else 'skipped'
                print(f'{word}: {record["name"]}', file=sys.stderr)
    print(f'{totals[0]} passed, {totals[1]} failed')
    return 1 if totals[1] else 0


sys.exit(main(sys.argv[1:]))
