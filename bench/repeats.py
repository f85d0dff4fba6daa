#!/usr/bin/env python3
"""How well acts that a report tells twice are linked, where gold does not say which are one.

    repeats.py SANAD GOLD.jsonl

Two events of gold count as tellings of one act where document, type and the countries of both sides are the same and
the sentences are not. Prints how many of the linked pairs that gold has events for are such, and how many of such
pairs whose events were both read (with their sides right) are linked.
"""
import itertools
import json
import subprocess
import sys

MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}
gold = [json.loads(line) for line in open(sys.argv[2], encoding="utf8")]
articles = "\n".join(json.dumps({"id": d["doc"], "text": d["text"]}, ensure_ascii=False) for d in gold)
output = subprocess.run([sys.argv[1], "code", "-"], input=articles.encode("utf8"), stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL).stdout.decode("utf8")
records = {record["id"]: record for record in map(json.loads, output.splitlines())}


def sides(kind, actor, recipient):
    """The sides of an event as they are compared."""
    actor, recipient = frozenset(actor) - {""}, frozenset(recipient) - {""}
    return (kind, actor | recipient, frozenset()) if kind in MUTUAL else (kind, actor, recipient)


linked = confirmed = possible = found = 0
for document in gold:
    record = records[document["doc"]]
    country = {entity["id"]: entity["country"] or "" for entity in record["entities"]}
    told = {(e["s"], sides(e["type"], [a["country"] for a in e["actor"]], [a["country"] for a in e["recipient"]]))
            for e in document["events"]}
    types = {(e["s"], e["type"]) for e in document["events"]}
    events = {}
    for event in record["events"]:
        if event["status"] != "asserted":
            continue
        start = event["trigger"]["start"]
        sentence = next((k for k, (a, b) in enumerate(document["sentences"]) if a <= start < b), -1)
        own = sides(event["type"], [country[e] for e in event["actor"]], [country[e] for e in event["recipient"]])
        events[event["id"]] = (sentence, own, event["same_as"])
    for sentence, own, other in events.values():
        if other in events and {(sentence, own[0]), (events[other][0], own[0])} <= types:
            linked += 1
            alike = [{s for t, s in told if t == place and s[0] == own[0]} for place in (sentence, events[other][0])]
            confirmed += bool(alike[0] & alike[1])
    for (first, a), (second, b) in itertools.combinations(events.items(), 2):
        if a[1] == b[1] and a[0] != b[0] and (a[0], a[1]) in told and (b[0], b[1]) in told and (a[1][1] or a[1][2]):
            possible += 1
            root = lambda name: events[name][2] if events[name][2] in events else name
            found += root(first) == root(second)
print(f"{linked} links between events of gold, {confirmed} with the same sides there; "
      f"{found} of {possible} pairs with the same type and sides linked")
