#!/usr/bin/env python3
"""How many of the actors that gold records name become an entity of the right country, in their own sentence.

    actors.py GOLD.jsonl RECORDS.jsonl [--errors N]

GOLD: one JSON object a line: doc, text, sentences [[start, end], ...], events with `s` (the sentence), `actor` and
`recipient`, each a list of {name, country}. RECORDS: what `sanad code` printed for those documents (id == doc).

Counted is each different (sentence, name, country) of gold whose name stands in that sentence as it is written, letters
and spaces folded; a name that is only meant there (by a pronoun, or resolved from elsewhere) is not. It is found where a
mention of an entity overlaps one of the places where the name stands, and right where such an entity has gold's country;
gold without a country wants an entity without one. Events play no part in it.
"""
import collections
import json
import sys

FOLD = {"ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "ؤ": "و"}
DROPPED = set("\u200c\u200d\u200e\u200fـء«»\"'،.()\u0654\u0670") | {chr(c) for c in range(0x64B, 0x653)}


def folded(text):
    """The letters of a text without what writers vary in, each with its offset; runs of white space are one space."""
    letters, offsets = [], []
    for offset, letter in enumerate(text):
        letter = FOLD.get(letter, letter)
        if letter in DROPPED:
            continue
        if letter.isspace():
            if not letters or letters[-1] == " ":
                continue
            letter = " "
        letters.append(letter)
        offsets.append(offset)
    return "".join(letters), offsets


def places(name, text, start, end):
    """Where a name stands as whole words in text[start:end], as offsets of `text`."""
    wanted = folded(name)[0].strip()
    letters, offsets = folded(text[start:end])
    found, at = [], letters.find(wanted) if wanted else -1
    while at >= 0:
        last = at + len(wanted) - 1
        before = letters[at - 1] if at else " "
        after = letters[last + 1] if last + 1 < len(letters) else " "
        if not before.isalnum() and not after.isalnum():
            found.append((start + offsets[at], start + offsets[last] + 1))
        at = letters.find(wanted, at + 1)
    return found


def main():
    arguments = sys.argv[1:]
    shown = 0
    if "--errors" in arguments:
        at = arguments.index("--errors")
        shown = int(arguments[at + 1])
        del arguments[at : at + 2]
    gold_file, record_file = arguments
    with open(record_file, encoding="utf8") as lines:
        records = {r["id"]: r for r in map(json.loads, lines)}
    counts, wrong = collections.Counter(), []
    with open(gold_file, encoding="utf8") as lines:
        for report in map(json.loads, lines):
            entities = records.get(report["doc"], {}).get("entities", [])
            mentions = [(m["start"], m["end"], e) for e in entities for m in e["mentions"]]
            named = {
                (event["s"], side["name"], side.get("country") or "")
                for event in report.get("events", [])
                for side in event["actor"] + event["recipient"]
                if side.get("name")
            }
            for s, name, country in sorted(named):
                start, end = report["sentences"][s]
                spans = places(name, report["text"], start, end)
                if not spans:
                    counts["not in the sentence"] += 1
                    continue
                counts["named"] += 1
                there = [e for a, b, e in mentions if any(a < y and b > x for x, y in spans)]
                found = {e.get("country") or "" for e in there}
                counts["found"] += bool(there)
                counts["right"] += country in found
                counts["with country"] += bool(country)
                counts["with country, right"] += bool(country) and country in found
                if country not in found:
                    was = ", ".join(f"{e['name']} {e.get('country') or '-'}" for e in there) or "nothing"
                    wrong.append(f"{name} {country or '-'}: {was} | {report['text'][start:end]}")
    named = counts["named"] or 1
    print(
        f"{counts['named']} named actors (and {counts['not in the sentence']} that their sentence does not name):"
        f" found {counts['found'] / named:.3f}, right country {counts['right'] / named:.3f};"
        f" of the {counts['with country']} with a country"
        f" {counts['with country, right'] / (counts['with country'] or 1):.3f}"
    )
    for line in wrong[:shown]:
        print(line)


if __name__ == "__main__":
    main()
