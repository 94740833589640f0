#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the symbols of the icon set as a C table of paths.

Usage: icon-table.py OUTPUT SVG...

Every path of an SVG becomes moves, lines, cubic curves and closes on the grid of 16; relative
commands are made absolute, quadratic curves and arcs become cubic curves. The table is declared in
src/picture/marks/kring-icon-private.h, so that drawings need no icon theme.
"""
import math
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}


def commands(data):
    """Yield (letter, numbers), a letter for every repetition."""
    tokens = TOKEN.findall(data)
    letter, i = None, 0
    while i < len(tokens):
        if tokens[i].isalpha():
            letter, i = tokens[i], i + 1
        elif letter is None:
            raise ValueError("a path must begin with a command")
        count = COUNTS[letter.upper()]
        yield letter, [float(t) for t in tokens[i:i + count]]
        i += count
        if letter in "Mm":
            letter = "L" if letter == "M" else "l"


def vector_angle(ax, ay, bx, by):
    return math.atan2(ax * by - ay * bx, ax * bx + ay * by)


def arc_centre(x0, y0, rx, ry, phi, large, sweep, x1, y1):
    """Centre, radii, first angle and sweep of an arc: SVG 1.1, appendix F.6.5 and F.6.6."""
    cos, sin = math.cos(phi), math.sin(phi)
    hx, hy = (x0 - x1) / 2, (y0 - y1) / 2
    px, py = cos * hx + sin * hy, -sin * hx + cos * hy
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    below = (rx * py) ** 2 + (ry * px) ** 2
    k = math.sqrt(max(0.0, ((rx * ry) ** 2 - below) / below))
    if large == sweep:
        k = -k
    qx, qy = k * rx * py / ry, -k * ry * px / rx
    first = vector_angle(1, 0, (px - qx) / rx, (py - qy) / ry)
    delta = vector_angle((px - qx) / rx, (py - qy) / ry, (-px - qx) / rx, (-py - qy) / ry)
    if sweep and delta < 0:
        delta += 2 * math.pi
    elif not sweep and delta > 0:
        delta -= 2 * math.pi
    centre = cos * qx - sin * qy + (x0 + x1) / 2, sin * qx + cos * qy + (y0 + y1) / 2
    return centre, rx, ry, first, delta


def arc_curves(x0, y0, rx, ry, rotation, large, sweep, x1, y1):
    """The arc as cubic curves of at most a quarter turn."""
    if rx == 0 or ry == 0 or (x0 == x1 and y0 == y1):
        return [(x0, y0, x1, y1, x1, y1)]
    phi = math.radians(rotation)
    centre, rx, ry, first, delta = arc_centre(x0, y0, abs(rx), abs(ry), phi, large, sweep, x1, y1)
    n = max(1, math.ceil(abs(delta) / (math.pi / 2) - 1e-9))
    step = delta / n
    k = 4 / 3 * math.tan(step / 4)

    def point(angle, along):
        x = math.cos(angle) - along * math.sin(angle)
        y = math.sin(angle) + along * math.cos(angle)
        return (centre[0] + rx * x * math.cos(phi) - ry * y * math.sin(phi),
                centre[1] + rx * x * math.sin(phi) + ry * y * math.cos(phi))

    return [(*point(first + i * step, k), *point(first + (i + 1) * step, -k),
             *point(first + (i + 1) * step, 0)) for i in range(n)]


def absolute(letter, numbers, x, y):
    if letter.isupper() or letter == "z":
        return list(numbers)
    if letter == "h":
        return [numbers[0] + x]
    if letter == "v":
        return [numbers[0] + y]
    if letter == "a":
        return numbers[:5] + [numbers[5] + x, numbers[6] + y]
    return [n + (x, y)[i % 2] for i, n in enumerate(numbers)]


def flatten(data):
    """Verbs (as the enumeration KringPathVerb) and points of one path."""
    verbs, points = [], []
    x = y = start_x = start_y = 0.0
    for letter, numbers in commands(data):
        v = absolute(letter, numbers, x, y)
        kind = letter.upper()
        if kind == "Z":
            verbs.append("KRING_PATH_CLOSE")
            x, y = start_x, start_y
            continue
        if kind in "MLHV":
            x, y = (v[0], y) if kind == "H" else (x, v[0]) if kind == "V" else v
            verbs.append("KRING_PATH_MOVE" if kind == "M" else "KRING_PATH_LINE")
            points.append((x, y))
            if kind == "M":
                start_x, start_y = x, y
            continue
        if kind == "Q":
            curves = [(x + (v[0] - x) * 2 / 3, y + (v[1] - y) * 2 / 3,
                       v[2] + (v[0] - v[2]) * 2 / 3, v[3] + (v[1] - v[3]) * 2 / 3, v[2], v[3])]
        elif kind == "A":
            curves = arc_curves(x, y, *v)
        else:
            curves = [v]
        for c in curves:
            verbs.append("KRING_PATH_CURVE")
            points += [(c[0], c[1]), (c[2], c[3]), (c[4], c[5])]
            x, y = c[4], c[5]
    return verbs, points


def read(path):
    verbs, points = [], []
    for element in ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}path"):
        more_verbs, more_points = flatten(element.get("d"))
        verbs += more_verbs
        points += more_points
    return verbs, points


def main():
    output, sources = sys.argv[1], sorted(sys.argv[2:])
    arrays, rows = [], []
    for source in sources:
        name = re.fullmatch(r"kring-(.+)-symbolic", pathlib.Path(source).stem).group(1)
        c_name = name.replace("-", "_")
        verbs, points = read(source)
        body = ", ".join(f"{{ {px:.3f}, {py:.3f} }}" for px, py in points)
        arrays.append(f"static const guint8 {c_name}_verbs[] = {{ {', '.join(verbs)} }};")
        arrays.append(f"static const KringPoint {c_name}_points[] = {{ {body} }};")
        rows.append(f'  {{ "{name}", {c_name}_verbs, {len(verbs)}, {c_name}_points }},')
    text = "\n".join(["/* Made by build-aux/icon-table.py. */",
                      '#include "picture/marks/kring-icon-private.h"', *arrays,
                      "const KringIconRow kring_icon_rows[] = {", *rows, "  { NULL, NULL, 0, NULL },",
                      "};", ""])
    pathlib.Path(output).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
