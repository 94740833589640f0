#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The large example is what its script makes.
set -eu
cd "$(dirname "$0")/../.."
python3 build-aux/make-large-map.py | cmp - data/examples/groot.kring
