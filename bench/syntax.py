#!/usr/bin/env python3
"""Speed and accuracy of `sanad parse` beside UDPipe 1, on the same text in the same run. Trains nothing.

    syntax.py SANAD GOLD.conllu UD_SCORER [MODEL.udpipe]

SANAD is the program, UD_SCORER the script that scores tags, lemmas and trees. MODEL.udpipe is made by train_udpipe.py, and
needs ufal.udpipe from PyPI; without it only Sanad is measured. Both read tokenised CoNLL-U and write it back, with no more
than one core. The time of a process that starts and reads an empty file is taken off.
"""
import subprocess
import sys
import tempfile
import time

sanad, gold, scorer = sys.argv[1:4]
blind = []
for line in open(gold, encoding="utf8"):
    columns = line.rstrip("\n").split("\t")
    if len(columns) == 10:
        blind.append("\t".join(columns[:2] + ["_"] * 7 + columns[9:]) + "\n")
    else:
        blind.append(line)
blind = "".join(blind)
words = sum(line.split("\t")[0].isdigit() for line in blind.splitlines() if "\t" in line)
TIMES = 20


def run(command, text):
    """The output, and the least time of three runs."""
    best, output = 1e9, b""
    for _ in range(3):
        start = time.perf_counter()
        output = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout
        best = min(best, time.perf_counter() - start)
    return output, best


def score(name, output):
    with tempfile.NamedTemporaryFile(suffix=".conllu") as file:
        file.write(output)
        file.flush()
        text = subprocess.run([sys.executable, scorer, gold, file.name], stdout=subprocess.PIPE, check=True).stdout
    print(name, text.decode().strip())


command = [sanad, "parse", "--tokenized", "-"]
score("sanad ", run(command, blind)[0])
_, empty = run(command, "")
_, full = run(command, blind * TIMES)
ours = words * TIMES / (full - empty)
print(f"sanad  {ours:,.0f} words a second (start: {empty * 1000:.0f} ms)")

if len(sys.argv) > 4:
    import ufal.udpipe as udpipe

    model = udpipe.Model.load(sys.argv[4])
    pipeline = udpipe.Pipeline(model, "conllu", udpipe.Pipeline.DEFAULT, udpipe.Pipeline.DEFAULT, "conllu")
    start = time.perf_counter()
    output = pipeline.process(blind)
    theirs = words / (time.perf_counter() - start)
    score("udpipe", output.encode())
    print(f"udpipe {theirs:,.0f} words a second: sanad is {ours / theirs:.1f} times as fast")
