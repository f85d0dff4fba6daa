#!/usr/bin/env python3
"""Count the lines of right text that `sanad repair` changes.

    bench/right_text.py TEXT [--sanad .build/release/sanad] [--show]

TEXT is Persian with its half-spaces, one sentence a line, or CoNLL-U with `# text =` lines. It goes through the tool as it
is. A line counts as changed where anything differs that a reader would see or that tells words apart: a letter, a mark, a
space or a half-space; only look-alike letters, rows of digits and signs without width are taken for the same. One JSON
object: lines, changed lines, the share unchanged. `--show` prints the changed lines.
"""
import argparse, json, subprocess, unicodedata

SAME = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": None, "\u200e": None, "\u200f": None, "\ufeff": None})
SAME.update({0x660 + digit: 0x6F0 + digit for digit in range(10)})


def sentences(path):
    lines = open(path, encoding="utf8").read().split("\n")
    if path.endswith(".conllu"):
        return [line[9:] for line in lines if line.startswith("# text = ")]
    return [line for line in lines if line.strip()]


def seen(line):
    return unicodedata.normalize("NFC", line).translate(SAME)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text")
    parser.add_argument("--sanad", default=".build/release/sanad")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    lines = sentences(options.text)
    run = subprocess.run([options.sanad, "repair", "-"], input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    repaired = run.stdout.decode().split("\n")[:-1]
    assert len(repaired) == len(lines), f"{len(lines)} lines went in, {len(repaired)} came out"
    changed = [(a, b) for a, b in zip(lines, repaired) if seen(a) != seen(b)]
    print(json.dumps({"lines": len(lines), "changed": len(changed), "unchanged": round(1 - len(changed) / max(1, len(lines)), 4)}))
    for before, after in changed if options.show else []:
        print(f"- {before}\n+ {after}")


if __name__ == "__main__":
    main()
