#!/usr/bin/env python3
"""Times the whole program on the bundled reports: start to end, articles a second, bytes a second.

    program.py SANAD

Prints the least and the middle of several runs: other programs on the machine only ever add time.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

sanad = sys.argv[1]
samples = os.path.join(os.path.dirname(__file__), "..", "Samples", "reports.jsonl")
reports = [json.loads(line) for line in open(samples, encoding="utf8")]
words = sum(len((r["title"] + " " + r["text"]).split()) for r in reports)


def times(command, runs):
    """The sorted times of several runs."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        taken.append(time.perf_counter() - start)
    return sorted(taken)


with tempfile.TemporaryDirectory() as folder:
    one = os.path.join(folder, "report.txt")
    open(one, "w", encoding="utf8").write("\n".join(r["title"] + "\n" + r["text"] for r in reports[:2]))
    taken = times([sanad, "read", one], 15)
    count = len(open(one, encoding="utf8").read().split())
    print(f"sanad read, {count} words, whole process: least {taken[0] * 1000:.0f} ms, middle {taken[7] * 1000:.0f} ms")

    copies = 150
    many = os.path.join(folder, "many.jsonl")
    with open(many, "w", encoding="utf8") as out:
        for copy in range(copies):
            for report in reports:
                print(json.dumps({**report, "id": f"{report['id']}-{copy}"}, ensure_ascii=False), file=out)
    start = taken[0]
    for jobs in (1, 2):
        seconds = times([sanad, "code", "--jobs", str(jobs), many], 3)[0] - start
        total = copies * len(reports)
        print(f"sanad code --jobs {jobs}: {total / seconds:.0f} reports of {words // len(reports)} words a second")

    lines = os.path.join(folder, "lines.txt")
    with open(lines, "w", encoding="utf8") as out:
        for _ in range(400):
            for report in reports:
                out.write(report["text"].replace("\u200c", "") + "\n")
    seconds = times([sanad, "repair", lines], 3)[0]
    print(f"sanad repair: {os.path.getsize(lines) / seconds / 1e6:.0f} MB a second")
