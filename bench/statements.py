#!/usr/bin/env python3
"""How many statements overlap a gold quotation: the other side of the recall that the scorer counts.

    statements.py GOLD.jsonl RECORDS.jsonl

A lower bound of precision, since gold leaves out what an outlet itself reports and what is only mentioned.
"""
import json
import sys


def main():
    with open(sys.argv[1], encoding="utf8") as lines:
        gold = [json.loads(line) for line in lines if line.strip()]
    with open(sys.argv[2], encoding="utf8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    found = hits = 0
    for report in gold:
        spans = []
        for quote in report.get("quotes", []):
            start = report["text"].find(quote["text"], report["sentences"][quote["s"]][0])
            if start >= 0:
                spans.append((start, start + len(quote["text"])))
        for statement in records[report["doc"]]["statements"]:
            start, end = statement["span"]["start"], statement["span"]["end"]
            found += 1
            hits += any(start < last and end > first for first, last in spans)
    print(f"{hits} of {found} statements overlap a gold quotation: {hits / found if found else 0:.3f}")


if __name__ == "__main__":
    main()
