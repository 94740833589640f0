#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well ties and words keep clear of people, layout by layout.

    ninja -C _build bench
    tests/bench/ties.py _build [--networks FOLDER] [--before CLI BENCH_TIES] [--layouts calm,family]

Draws the maps of data/examples, made-up ones and, with a folder of them, networks in tab-separated files in
every layout with three seeds, and once more after a third of the people were moved by hand to places where they
stand on nobody; and counts with bench-ties what is wrong in each: ties behind people, words under people and on
names, crossings, people on each other. With the two programs of another build all of that is set against it, in
turns, and the geometric means of the ratios are told; without them the layout is set against the stress layout
of the same maps in the same run. The networks have invented names and, the second time, words on their ties.
"""
import argparse
import collections
import json
import math
import os
import random
import re
import resource
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REFERENCE = "stress"
LAYOUTS = {"rings": "rings", "calm": "readable", "groups": "groups", "family": "family", "hand": "readable"}
SEEDS = (1, 2, 3)
COLUMNS = ("near", "bent", "words", "names", "crossings", "boxes", "size", "ms")

NAMES = ("Dex", "Samira", "Oma Jo", "Kay", "Mw. Postma", "Tijn", "Bo", "Roos van der Laan", "Amir", "Juf Els",
         "Onbekende man", "Sanne", "Rik", "Fatima", "Jip", "Wijkagent Bos")
WORDS = ("kent", "vriend", "bedreigt", "werkt bij", "woont bij", "geeft geld", "heeft controle over",
         "chat met", "buurvrouw", "klasgenoot", "vervoert", "slaapt soms bij")


def make_map(n, ties, groups=()):
    persons = [{"id": f"p{v}", "name": NAMES[v % len(NAMES)], "sex": ("woman", "man")[v % 2],
                "age": str(14 + v * 7 % 40)} for v in range(n)]
    lines = []
    for i, (a, b, kind) in enumerate(ties):
        tie = {"id": f"t{i}", "from": f"p{a}", "to": f"p{b}"}
        if kind:
            tie["kind"] = kind
        lines.append(tie)
    made = {"kring": 1, "minor": 0, "case": {"title": "Meting", "centre": ["p0"]}, "persons": persons}
    if groups:
        made["groups"] = [{"id": f"g{i}", "name": f"Groep {i + 1}", "members": [f"p{v}" for v in group]}
                          for i, group in enumerate(groups)]
    made["ties"] = lines
    return made


def read_network(path, words):
    """The one with the most ties stands in the middle."""
    pairs, names = [], []
    for line in open(path, encoding="utf-8"):
        if line.startswith("#node"):
            names.append(line.split("\t")[1].strip())
        elif not line.startswith("#") and line.strip():
            pairs.append(tuple(line.rstrip("\n").split("\t")[:2]))
    degree = collections.Counter(name for pair in pairs for name in pair)
    degree.update({name: 0 for name in names})
    number = {name: i for i, (name, _) in enumerate(sorted(degree.items(), key=lambda d: (-d[1], d[0])))}
    seen = {}
    for a, b in pairs:
        a, b = number[a], number[b]
        if a != b:
            seen.setdefault((min(a, b), max(a, b)), WORDS[(a * 7 + b * 3) % len(WORDS)] if words else None)
    return make_map(len(number), [(a, b, kind) for (a, b), kind in seen.items()])


def make_circles(n, seed, grouped):
    """Circles of people around one, half of whom know her, and some from circle to circle."""
    r, ties, size = random.Random(seed), {}, max(4, n // 4)

    def tie(a, b):
        if a != b:
            ties.setdefault((min(a, b), max(a, b)), WORDS[(a * 5 + b * 3) % len(WORDS)])

    for v in range(1, n):
        start = 1 + (v - 1) // size * size
        if v == start or r.random() < .5:
            tie(0, v)
        if v > start:
            tie(v, r.randrange(start, v))
        if v % 3 == 0:
            tie(v, r.randrange(start, min(start + size, n)))
        if v % 4 == 0:
            tie(v, r.randrange(1, n))
    groups = [range(start, min(start + size, n)) for start in (1, 1 + 2 * size)] if grouped else ()
    return make_map(n, [(a, b, kind) for (a, b), kind in ties.items()], groups)


def make_family(n, seed):
    """Three generations, each with words of its own, and those around them."""
    r, ties = random.Random(seed), {}

    def tie(a, b, kind):
        if a != b and (a, b) not in ties and (b, a) not in ties:
            ties[a, b] = kind

    tie(1, 0, "moeder"); tie(2, 0, "vader"); tie(1, 2, "ex-partner")
    tie(3, 0, "stiefvader"); tie(1, 3, "partner"); tie(4, 0, "broer"); tie(5, 0, "halfzus")
    tie(1, 4, "moeder"); tie(2, 4, "vader"); tie(1, 5, "moeder"); tie(3, 5, "vader")
    tie(6, 1, "moeder"); tie(6, 0, "oma"); tie(7, 1, "vader"); tie(6, 7, "getrouwd"); tie(8, 2, "moeder")
    tie(8, 0, "oma"); tie(9, 1, "zus"); tie(9, 10, "partner"); tie(9, 11, "moeder"); tie(10, 11, "vader")
    tie(11, 0, "nichtje, gaat met haar uit")
    tie(2, 12, "partner")
    for v in range(13, n):
        if r.random() < .5:
            tie(v, 0, r.choice(WORDS))
        tie(v, r.randrange(0, v), r.choice(WORDS))
        if v % 3 == 0:
            tie(v, r.randrange(0, v), r.choice(WORDS))
    return make_map(n, [(a, b, kind) for (a, b), kind in ties.items()])


def write_maps(folder, networks):
    made = {f"circles{n}": make_circles(n, n, False) for n in (16, 24, 34)}
    made.update({f"grouped{n}": make_circles(n, n + 1, True) for n in (20, 28, 40)})
    made.update({f"family{n}": make_family(n, n) for n in (14, 20, 28, 36)})
    for name in sorted(os.listdir(networks)) if networks else ():
        if name.endswith(".tsv"):
            made[name[:-4]] = read_network(os.path.join(networks, name), False)
            made[name[:-4] + "-words"] = read_network(os.path.join(networks, name), True)
    paths = []
    for name, content in made.items():
        paths.append(os.path.join(folder, name + ".kring"))
        with open(paths[-1], "w", encoding="utf-8") as out:
            json.dump(content, out)
    examples = os.path.join(ROOT, "data", "examples")
    return paths + [os.path.join(examples, f"{name}.kring") for name in ("klein", "noor", "groot", "tekens")]


def run(cli, bench, arranger, path, layout, seed, folder):
    out = os.path.join(folder, f"{layout}-{seed}-{os.path.basename(path)}")
    if os.path.exists(out):
        os.remove(out)
    if layout == "hand":
        cli = arranger
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([cli, "arrange", "-l", LAYOUTS.get(layout, layout), "--seed", str(seed), "-o", out, path],
                   check=True)
    ms = (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before) * 1000
    if layout == "hand":
        move_by_hand(out, seed)
    text = subprocess.run([bench, out], check=True, capture_output=True, text=True).stdout
    found = {key: float(value) for key, value in re.findall(r"(\w+) +([\d.]+)(?= |$)", text[28:])}
    found["ms"] = ms
    return found


def move_by_hand(path, seed):
    """Everything that somebody could drag stands where it would stay; labels find their places by themselves."""
    r = random.Random(seed)
    with open(path, encoding="utf-8") as file:
        content = json.load(file)
    standing = [item for items in content.values() if isinstance(items, list) for item in items
                if isinstance(item, dict) and "position" in item]
    low, high = ([pick(item["position"][axis] for item in standing) for axis in (0, 1)] for pick in (min, max))
    for item in standing:
        item.pop("label_seat", None)
        if r.random() < 1 / 3:
            for _ in range(200):
                at = [round(r.uniform(low[axis], high[axis]), 1) for axis in (0, 1)]
                if all(other is item or abs(other["position"][0] - at[0]) > 110 or
                       abs(other["position"][1] - at[1]) > 90 for other in standing):
                    item["position"] = at
                    break
    for tie in content["ties"]:
        tie.pop("label_at", None)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(content, file)


def mean(cells):
    return {key: sum(cell[key] for cell in cells) / len(cells) for key in COLUMNS}


def show(title, sets):
    parts = []
    for key in COLUMNS:
        form = "{:.2f}" if key == "size" else "{:.0f}" if key == "ms" else "{:.1f}"
        parts.append(f"{key} " + " > ".join(form.format(cells[key]) for cells in sets))
    print(f"{title:24}", "  ".join(parts), flush=True)


def show_ratios(title, pairs):
    """Of pairs of what was and what is, map by map; counts as if there were one more of each."""
    parts = []
    for key in ("crossings", "size", "ms"):
        more = 1 if key == "crossings" else 0
        logs = [math.log((now[key] + more) / (was[key] + more)) for was, now in pairs]
        parts.append(f"{key} {math.exp(sum(logs) / len(logs)):.2f}")
    print(f"{title:24}", "  ".join(parts), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("--networks")
    parser.add_argument("--before", nargs=2, metavar=("CLI", "BENCH_TIES"))
    parser.add_argument("--layouts", default=",".join(LAYOUTS))
    parser.add_argument("--only", default="", help="maps with one of these, parted by commas, in their name")
    parser.add_argument("--keep", help="a folder for the maps that were laid out")
    options = parser.parse_args()
    programs = [tuple(options.before)] if options.before else []
    programs.append((os.path.join(options.build, "src/cli/kring-cli"),
                     os.path.join(options.build, "tests/bench/bench-ties")))
    os.environ.setdefault("KRING_DATADIR", os.path.join(ROOT, "data"))
    with tempfile.TemporaryDirectory() as folder:
        paths = write_maps(folder, options.networks)
        paths = [path for path in paths if any(part in path for part in options.only.split(","))]
        for layout in options.layouts.split(","):
            sums = [[] for _ in programs]
            for path in paths:
                sets = []
                for i, (cli, bench) in enumerate(programs):
                    where = os.path.join(options.keep or folder, str(i))
                    os.makedirs(where, exist_ok=True)
                    sets.append(mean([run(cli, bench, programs[-1][0], path, layout, seed, where) for seed in SEEDS]))
                    sums[i].append(sets[-1])
                show(f"{layout} {os.path.basename(path)[:-6]}", sets)
            show(f"{layout} ALL (sum)", [{key: sum(cell[key] for cell in cells) for key in COLUMNS}
                                         for cells in sums])
            if options.before:
                show_ratios(f"{layout} ALL (ratio)", list(zip(*sums)))
            else:
                others = [mean([run(*programs[0], programs[0][0], path, REFERENCE, seed, where) for seed in SEEDS])
                          for path in paths]
                show_ratios(f"{layout} / {REFERENCE}", list(zip(others, sums[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
