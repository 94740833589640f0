#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write what the signals of a catalogue are about as a C table.

Usage: catalogue-table.py OUTPUT CATALOGUE

The table is declared in src/map/model/kring-record-counts-private.h, so that a drawing needs no catalogue to
tell what happens to somebody from what somebody does.
"""
import json
import pathlib
import sys


def main():
    output, catalogue = map(pathlib.Path, sys.argv[1:3])
    signals = json.loads(catalogue.read_text(encoding='utf-8'))['signals']
    rows = ''.join(f'  {{ "{signal["id"]}", KRING_CONCERNS_{signal["about"].upper()} }},\n'
                   for signal in signals if signal.get('about'))
    output.write_text('#include "map/model/kring-record-counts-private.h"\n\n'
                      f'const KringKnownRow kring_record_counts_rows[] = {{\n{rows}'
                      '  { NULL, KRING_CONCERNS_NOT_SAID },\n};\n', encoding='utf-8')


if __name__ == '__main__':
    main()
