#!/usr/bin/env python3
"""Times the world files: how long loading all data takes, and how fast names are found and linked on one core.

    world.py SANAD [TEXTS.jsonl]

TEXTS: one object a line with `text` (and `title`); the bundled reports where none is given. They are repeated until
there are a million words. Prints the least and the middle of several runs, in processor time of the whole process: other
programs on the machine add to it, but little.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile

sanad = sys.argv[1]
samples = os.path.join(os.path.dirname(__file__), "..", "Samples", "reports.jsonl")
WORDS = 1_000_000


def seconds(command, runs):
    """The sorted processor times of several runs."""
    taken = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return sorted(taken)


with open(sys.argv[2] if len(sys.argv) > 2 else samples, encoding="utf8") as lines:
    reports = [json.loads(line) for line in lines]
texts = [" ".join((r.get("title", "") + " " + r["text"]).split()) for r in reports]
words = sum(len(t.split()) for t in texts)
copies = max(1, WORDS // words)

with tempfile.TemporaryDirectory() as folder:
    one = os.path.join(folder, "one.txt")
    with open(one, "w", encoding="utf8") as out:
        out.write("سلام\n")
    bare = seconds([sanad, "--version"], 21)
    read = seconds([sanad, "world", "find", "--lines", one], 21)
    print(
        f"loading all data: least {(read[0] - bare[0]) * 1000:.0f} ms, middle {(read[10] - bare[10]) * 1000:.0f} ms"
        f" (of a process that does nothing: {bare[10] * 1000:.0f} ms)"
    )

    many, many_json = os.path.join(folder, "many.txt"), os.path.join(folder, "many.jsonl")
    with open(many, "w", encoding="utf8") as out, open(many_json, "w", encoding="utf8") as records:
        for copy in range(copies):
            for number, text in enumerate(texts):
                out.write(text + "\n")
                print(json.dumps({"id": f"{copy}-{number}", "text": text}, ensure_ascii=False), file=records)
    for name, command in (
        ("names found and linked", [sanad, "world", "find", "--lines", many]),
        ("whole records (sanad code --jobs 1)", [sanad, "code", "--jobs", "1", many_json]),
    ):
        taken = [t - read[10] for t in seconds(command, 3)]
        rates = [copies * words / t * 60 / 1e6 for t in taken]
        print(f"{name}: most {rates[0]:.1f}, middle {rates[1]:.1f} million words a minute")
