#!/usr/bin/env python3
"""What lost half-spaces cost the parser.

    half_spaces.py SANAD GOLD.conllu UD_SCORER

Takes the half-spaces out of every word of GOLD, parses it, puts the words back and scores.
"""
import subprocess
import sys
import tempfile

sanad, gold, scorer = sys.argv[1:4]
lines = open(gold, encoding="utf8").read().split("\n")


def parse(change):
    text = []
    for line in lines:
        columns = line.split("\t")
        if len(columns) == 10:
            columns[1] = change(columns[1])
            columns[2:9] = ["_"] * 7
        text.append("\t".join(columns))
    out = subprocess.run([sanad, "parse", "--tokenized", "-"], input="\n".join(text).encode(), stdout=subprocess.PIPE)
    parsed = iter(line for line in out.stdout.decode().split("\n") if line.split("\t")[0].isdigit())
    with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf8") as file:
        for line in lines:
            columns = line.split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                file.write("\t".join([columns[0], columns[1]] + next(parsed).split("\t")[2:]) + "\n")
            elif not line:
                file.write("\n")
        file.flush()
        print(subprocess.run([sys.executable, scorer, gold, file.name], stdout=subprocess.PIPE).stdout.decode().strip())


parse(lambda form: form)
parse(lambda form: form.replace("\u200c", ""))
