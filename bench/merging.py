#!/usr/bin/env python3
"""Measures how well copies of texts and reports of one event are found, on a set made for it.

    merging.py SANAD [--stories 60] [--seed 2] [--show]

Each story is an event with real places, states and persons, told five times: by an agency; by a copy of that (another
headline, half-spaces lost, Arabic letters, the last sentence cut off, or a line of the outlet's own); in the words of another
outlet; brought up to date the day after, with other numbers; and, in the words of the first, another event of the same kind,
which differs in its place, its day or its sides. Copies are wanted for the first two, one event for the first four.
"""
import argparse
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from ledger import BACKGROUND, records  # noqa: E402

STATES = ["ایران", "پاکستان", "ترکیه", "روسیه", "چین", "عراق", "ازبکستان", "تاجیکستان", "هند", "قطر", "عمان", "مصر", "فرانسه",
          "آلمان", "ژاپن", "عربستان", "آذربایجان", "ارمنستان", "قزاقستان", "ترکمنستان"]

# Of each kind: the type, and wordings of the lead by two outlets and of the report brought up to date.
KINDS = {
    "attack": ("ASSAULT", [
        "در حمله افراد مسلح به پاسگاهی در {place} {n} سرباز کشته و {m} تن زخمی شدند.",
        "افراد مسلح در {place} به یک پاسگاه حمله کردند و {n} سرباز را کشتند.",
        "شمار کشته‌شدگان حمله افراد مسلح به پاسگاهی در {place} به {more} سرباز رسید و {m} تن زخمی شدند."]),
    "meeting": ("CONSULT", [
        "وزیر خارجه {a} در {place} با وزیر خارجه {b} درباره بازرگانی و آب گفت‌وگو کرد.",
        "وزیران خارجه {a} و {b} در {place} با یکدیگر دیدار کردند.",
        "وزیر خارجه {b} که در {place} با وزیر خارجه {a} دیدار کرد، این گفت‌وگو را {n} ساعته خواند."]),
    "aid": ("AID", [
        "{a} {n} تن مواد خوراکی به آسیب‌دیدگان سیل در {b} کمک کرد.",
        "دولت {a} به سیل‌زدگان {b} {n} تن مواد خوراکی کمک کرد.",
        "{a} تا امروز {more} تن مواد خوراکی به سیل‌زدگان {b} کمک کرد."]),
    "arrest": ("COERCE", [
        "پولیس {n} قاچاقچی را در {place} بازداشت کرد.",
        "نیروهای پولیس در {place} {n} تن را به اتهام قاچاق بازداشت کردند.",
        "پولیس شمار قاچاقچیانی را که در {place} بازداشت کرد {more} تن اعلام کرد."]),
    "threat": ("THREATEN", [
        "{a} {b} را به بستن مرز تهدید کرد و {n} روز مهلت داد.",
        "{a} تهدید کرد که مرز خود را با {b} می‌بندد.",
        "{a} بار دیگر {b} را به بستن مرز تهدید کرد و مهلت را {more} روز خواند."]),
}


def places():
    """Cities of the world files that are no other word too."""
    for record in records("world/places.rec"):
        fields = dict(reversed(record))
        if fields.get("kind") == "city" and "ambiguous" not in fields:
            yield fields["name"]


def copied(text, rng):
    """What becomes of a text on its way into another outlet."""
    how = rng.randrange(5)
    if how == 0:
        return text.replace("\u200c", "")
    if how == 1:
        return text.replace("ی", "ي").replace("ک", "ك")
    if how == 2:
        return text.rsplit("\n", 1)[0]
    if how == 3:
        return "به گزارش خبرنگار ما،\n" + text
    return text + "\nپایان پیام"


def stories(count, seed):
    rng = random.Random(seed)
    cities = sorted(set(places()))
    rng.shuffle(cities)
    start = datetime.date(2024, 1, 3)
    for number in range(count):
        kind = rng.choice(sorted(KINDS))
        wordings = KINDS[kind][1]
        a, b, c = rng.sample(STATES, 3)
        n = rng.randint(3, 60)
        slots = {"place": cities[2 * number % len(cities)], "a": a, "b": b, "n": n, "m": n + rng.randint(2, 40),
                 "more": n + rng.randint(1, 9)}
        # Two or three stories a day, so that days alone tell nothing apart.
        day = start + datetime.timedelta(days=number // 3)
        other, other_day = dict(slots), day
        which = rng.randrange(3)
        if which == 0 and "{place}" in wordings[0]:
            other["place"] = cities[(2 * number + 1) % len(cities)]
        elif which == 1 and "{b}" in wordings[0]:
            other["b"] = c
        else:
            other_day = day + datetime.timedelta(days=rng.randint(5, 9))
        other["n"], other["m"] = rng.randint(3, 60), rng.randint(70, 99)

        def background(size):
            return [rng.choice(BACKGROUND).format(*rng.sample(cities, 2), "آن خبرگزاری", "آن وزیر", rng.randint(100, 900))
                    for _ in range(size)]

        first = "\n".join([wordings[0].format(**slots)] + background(6))
        yield kind, [
            ("first", day, first), ("copy", day, copied(first, rng)),
            ("other words", day, "\n".join([wordings[1].format(**slots)] + background(4))),
            ("update", day + datetime.timedelta(days=1), "\n".join(
                [wordings[2].format(**slots)] + first.split("\n")[1:4] + background(3))),
            ("another", other_day, "\n".join([wordings[0].format(**other)] + background(6))),
        ]


def pairs(groups):
    return {(a, b) for group in groups for a in group for b in group if a < b}


def report(name, found, wanted):
    right = len(found & wanted)
    precision = right / len(found) if found else 1
    recall = right / len(wanted) if wanted else 1
    print(f"{name}: precision {precision:.3f}, recall {recall:.3f} ({right} right of {len(found)} found, "
          f"{len(wanted)} wanted)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sanad")
    parser.add_argument("--stories", type=int, default=60)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--show", action="store_true", help="name what was found wrongly or not at all")
    options = parser.parse_args()
    documents, copies, events = [], set(), set()
    for kind, tellings in stories(options.stories, options.seed):
        base = len(documents) + 1
        for part, day, text in tellings:
            documents.append((kind, part, {"id": f"{base}-{part}", "text": text, "published": str(day),
                                           "source": f"outlet {part}"}))
        copies.add((base, base + 1))
        events |= pairs([range(base, base + 4)])
    with tempfile.TemporaryDirectory() as folder:
        file, ledger = os.path.join(folder, "set.jsonl"), os.path.join(folder, "set.db")
        with open(file, "w", encoding="utf8") as out:
            for _, _, document in documents:
                print(json.dumps(document, ensure_ascii=False), file=out)
        subprocess.run([options.sanad, "ingest", file, "--ledger", ledger], check=True, stderr=subprocess.DEVNULL)
        subprocess.run([options.sanad, "ledger", "merge", "--ledger", ledger], check=True)
        lines = subprocess.run([options.sanad, "ledger", "merges", "--numbers", "--ledger", ledger], check=True,
                               stdout=subprocess.PIPE).stdout.decode().splitlines()
        told = subprocess.run([options.sanad, "export", "--ledger", ledger], check=True, stdout=subprocess.PIPE).stdout
    # The order of storing is that of the file.
    types = {}
    for line in told.decode().splitlines():
        event = json.loads(line)
        types.setdefault(event["witness"]["document"], set()).add(event["type"])
    found_copies, found_events = [], set()
    for line in lines:
        fields = line.split("\t")
        if fields[0] == "copy":
            found_copies.append([int(fields[1]), int(fields[2])])
        else:
            group = sorted({int(f.split(":")[1]) for f in fields[2:]})
            found_events |= {p for p in pairs([group]) if KINDS[documents[p[0] - 1][0]][0] == fields[1]}
    found_copies = pairs(map(sorted, found_copies))
    coded = {n for n, (kind, _, _) in enumerate(documents, 1) if KINDS[kind][0] in types.get(n, ())}
    print(f"{len(documents)} documents, {len(coded)} with an event of their kind")
    report("copies", found_copies, copies)
    report("events, all documents", found_events, events)
    report("events, documents whose event was coded", found_events, {p for p in events if set(p) <= coded})
    if options.show:
        for name, wrong in (("wrongly", found_events - events), ("missed", events - found_events),
                            ("copy wrongly", found_copies - copies), ("copy missed", copies - found_copies)):
            for a, b in sorted(wrong)[:12]:
                print(f"{name}: {documents[a - 1][1]} / {documents[b - 1][1]} {a} {b}\n  "
                      f"{documents[a - 1][2]['text'].splitlines()[0]}\n  {documents[b - 1][2]['text'].splitlines()[0]}")


if __name__ == "__main__":
    main()
