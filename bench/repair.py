#!/usr/bin/env python3
"""Run `sanad repair` beside other tools that promise to restore half-spaces.

    bench/repair.py TEXT [--tools sanad hazm shekar] [--megabytes 200] [--sanad .build/release/sanad]

TEXT is Persian with its half-spaces, one sentence a line, or CoNLL-U with `# text =` lines. Every half-space is removed;
each tool gives the text back. Hazm and Shekar are used where they are installed (`pip install hazm`, `pip install
shekar`, each in an environment of its own: they want different versions of the same packages). One JSON object a tool:
precision, recall and F1 of the half-spaces, and megabytes a second. Only Sanad, which is fast enough for the start of its
process to count, is timed on the text repeated to `--megabytes`.
"""
import argparse, json, os, subprocess, sys, tempfile, time

HALF_SPACE = "\u200c"


def sentences(path):
    lines = open(path, encoding="utf8").read().split("\n")
    if path.endswith(".conllu"):
        return [line[9:] for line in lines if line.startswith("# text = ")]
    return [line for line in lines if line.strip()]


def half_spaces(text):
    """The places of half-spaces, counted in letters; spaces, marks and folded letters do not matter."""
    places, letters = set(), 0
    for sign in text:
        if sign == HALF_SPACE:
            places.add(letters)
        elif sign.isalpha():
            letters += 1
    return places


def score(gold, found):
    right = wrong = missed = 0
    for expected, line in zip(gold, found):
        a, b = half_spaces(expected), half_spaces(line)
        right, wrong, missed = right + len(a & b), wrong + len(b - a), missed + len(a - b)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return {"P": round(precision, 4), "R": round(recall, 4), "F1": round(2 * precision * recall / max(1e-9, precision + recall), 4)}


def run_sanad(lines, options):
    def run(path):
        return subprocess.run([options.sanad, "repair", path], stdout=subprocess.PIPE, check=True).stdout

    data = ("\n".join(lines) + "\n").encode()
    with tempfile.NamedTemporaryFile(suffix=".txt") as small, tempfile.NamedTemporaryFile(suffix=".txt") as large:
        small.write(data)
        small.flush()
        found = run(small.name).decode().split("\n")
        while large.tell() < options.megabytes * 1_000_000:
            large.write(data)
        large.flush()
        with open(os.devnull, "wb") as nowhere:
            start = time.time()
            subprocess.run([options.sanad, "repair", large.name], stdout=nowhere, check=True)
        return found, large.tell() / (time.time() - start)


def run_in_process(normalize, lines):
    normalize(lines[0])  # whatever is loaded late is loaded now
    start = time.time()
    found = [normalize(line) for line in lines]
    return found, len("\n".join(lines).encode()) / (time.time() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text")
    parser.add_argument("--tools", nargs="+", default=["sanad", "hazm", "shekar"])
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--sanad", default=".build/release/sanad")
    options = parser.parse_args()
    gold = sentences(options.text)
    damaged = [line.replace(HALF_SPACE, "") for line in gold]
    for tool in options.tools:
        try:
            if tool == "sanad":
                found, speed = run_sanad(damaged, options)
            elif tool == "hazm":
                from hazm import Normalizer
                found, speed = run_in_process(Normalizer().normalize, damaged)
            else:
                from shekar import Normalizer
                found, speed = run_in_process(Normalizer().normalize, damaged)
        except ImportError as error:
            print(f"{tool}: not installed here ({error})", file=sys.stderr)
            continue
        print(json.dumps({"tool": tool, **score(gold, found), "MB_per_s": round(speed / 1e6, 2)}))


if __name__ == "__main__":
    main()
