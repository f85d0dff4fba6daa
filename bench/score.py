#!/usr/bin/env python3
"""Whether `sanad score` counts as another scorer of the same gold does.

    score.py SANAD SCORER.py GOLD.jsonl...

SCORER.py takes the gold and the records of `sanad code`, and prints its figures as one JSON object in its first line.
Prints both sides; exit status 1 where a figure differs.
"""
import json
import re
import subprocess
import sys
import tempfile

sanad, scorer, golds = sys.argv[1], sys.argv[2], sys.argv[3:]


def others(gold):
    """The figures of the other scorer."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as articles, \
            tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as records:
        for line in open(gold, encoding="utf8"):
            document = json.loads(line)
            print(json.dumps({"id": document["doc"], "text": document["text"]}, ensure_ascii=False), file=articles)
        articles.flush()
        records.write(subprocess.run([sanad, "code", articles.name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout)
        records.flush()
        output = subprocess.run([sys.executable, scorer, gold, records.name], stdout=subprocess.PIPE, check=True).stdout
    lines = output.decode("utf8").split("\n")
    figures = json.loads(lines[0])
    flat = {"documents": figures["documents"], "actors": figures["actor"], "recipients": figures["recipient"]}
    for name in ("type", "full", "figures"):
        if name in figures:
            flat[name] = tuple(figures[name][key] for key in ("P", "R", "F1", "n"))
    if "statements" in figures:
        flat["statements"] = tuple(figures["statements"][key] for key in ("n", "recall", "speaker"))
    for line in lines[1:]:
        found = re.match(r"  (\w+) +(\{.*\})", line)
        if found:
            values = json.loads(found[2].replace("'", '"'))
            flat[found[1]] = tuple(values[key] for key in ("P", "R", "F1", "n"))
    return flat


def own(gold):
    """The figures of `sanad score`."""
    output = subprocess.run([sanad, "score", gold, "--by", "type"], stdout=subprocess.PIPE, check=True).stdout
    text = output.decode("utf8")
    flat = {"documents": int(text.split()[0])}
    for name, count, _, _, precision, recall, f1 in re.findall(
            r"^(\w+) +(\d+) +(\d+) +(\d+) +([\d.]+) +([\d.]+) +([\d.]+)$", text, re.M):
        flat[name] = (float(precision), float(recall), float(f1), int(count))
    sides = re.search(r"right type, ([\d.]+) have the right actors, ([\d.]+) the", text)
    flat["actors"], flat["recipients"] = float(sides[1]), float(sides[2])
    said = re.search(r"of (\d+) statements, ([\d.]+) were found, and of these ([\d.]+) have", text)
    if said:
        flat["statements"] = (int(said[1]), float(said[2]), float(said[3]))
    return flat


differs = False
for gold in golds:
    (mine, theirs) = (own(gold), others(gold))
    wrong = {name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name)}
    print(gold.split("/")[-1], f"{len(mine)} figures,", "all the same" if not wrong else "not the same:")
    for name in sorted(wrong):
        print(f"  {name}: sanad {mine.get(name)}, other {theirs.get(name)}")
    differs = differs or bool(wrong)
sys.exit(differs)
