#!/usr/bin/env python3
"""Fills a ledger with reports made from the words of the dictionaries, and times questions to it.

    ledger.py SANAD SANAD_TRAIN [--reports 100000] [--jobs 2] [--ledger FILE]

The reports are nonsense made of real sentences (the examples of the constructions) with other states, persons and places
put in, so that the vocabulary and the number of events are those of news. Prints what was stored a second, memory, the
size of the file beside the text, and the time of questions: the middle, the 95th of a hundred, the longest.
"""
import argparse
import datetime
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Data")


def records(path):
    """The records of a data file, each a list of (field, value)."""
    record = []
    for line in open(os.path.join(DATA, path), encoding="utf8"):
        line = line.rstrip("\n")
        if not line:
            if record:
                yield record
            record = []
        elif ":" in line and line[0] not in "#+":
            name, value = line.split(":", 1)
            record.append((name, value.strip()))
    if record:
        yield record


def values(path, field):
    return [v for record in records(path) for f, v in record if f == field]


# Sentences in which nobody does anything to anybody.
BACKGROUND = [
    "فاصله {0} تا {1} نزدیک به {4} کیلومتر است و راه میان آن دو از کوهستان می‌گذرد.",
    "{2} در گزارش دیگری از زندگی مردم {0} و کشاورزی در {1} نوشته است.",
    "شمار باشندگان {0} در {4} سال گذشته بیشتر شده و بازار {1} رونق گرفته است.",
    "{3} زاده {0} است و {4} سال در {1} درس خوانده است.",
    "هوای {0} و {1} در روزهای آینده سردتر می‌شود و {4} میلی‌متر باران می‌بارد.",
    "کتاب تازه‌ای درباره تاریخ {0} و {1} که {3} در آن نام برده شده، {4} بخش دارد.",
]


class Maker:
    """Makes reports; the same seed makes the same."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.states = values("world/states.rec", "name")
        self.persons = values("world/persons.rec", "name")
        self.places = values("world/places.rec", "name")
        self.outlets = values("world/media.rec", "name")[:60]
        sentences = [v.split("=>")[0].strip() for v in values("coding/constructions.rec", "example")]
        common = sorted(self.states, key=len, reverse=True)
        state = re.compile(r"(?<![\w\u200c])(" + "|".join(map(re.escape, common)) + r")(?![\w\u200c])")
        self.templates = [state.sub("{}", s.replace("{", "").replace("}", "")) for s in sentences]
        self.fillers = [v.split("=>")[0].strip() for v in values("world/titles.rec", "example")]
        # A few states are in most of the news.
        self.weights = [1 / (n + 1) for n in range(len(self.states))]
        self.start = datetime.date(2015, 1, 1)

    def state(self):
        return self.random.choices(self.states, self.weights)[0]

    def sentence(self):
        pick = self.random.random()
        if pick < 0.3:
            text = self.random.choice(self.templates)
            return text.format(*[self.state() for _ in range(text.count("{}"))])
        if pick < 0.38:
            day = self.random.choice(["روز دوشنبه ", "هفته گذشته ", "امروز ", "دیروز ", ""])
            return (f"{self.random.choice(self.persons)} {day}در {self.random.choice(self.places)} "
                    f"با {self.random.choice(self.persons)} دیدار کرد.")
        if pick < 0.53:
            return self.random.choice(self.fillers)
        if pick < 0.98:
            return self.random.choice(BACKGROUND).format(
                self.random.choice(self.places), self.random.choice(self.places), self.random.choice(self.outlets),
                self.random.choice(self.persons), self.random.randint(2, 99))
        return (f"در حمله‌ای در {self.random.choice(self.places)} {self.random.randint(2, 90)} تن کشته و "
                f"{self.random.randint(2, 200)} تن زخمی شدند.")

    def report(self, number):
        sentences = []
        words = 0
        wanted = self.random.randint(150, 350)
        while words < wanted:
            sentence = self.sentence()
            words += len(sentence.split())
            sentences.append(sentence)
        day = self.start + datetime.timedelta(days=number // 30)
        return {
            "id": f"r{number}", "title": self.sentence().rstrip("."), "published": f"{day}T08:00:00+03:30",
            "text": "\n".join(" ".join(sentences[i:i + 3]) for i in range(0, len(sentences), 3)),
            "source": self.random.choice(self.outlets), "url": f"https://example.org/{number}",
        }

    def questions(self, count):
        """Questions as people ask them: words, phrases, and filters of one to four kinds."""
        stems = [w for s in self.templates for w in re.findall(r"[\u0600-\u06ff\u200c]{3,}", s)]
        types = sorted(set(values("coding/constructions.rec", "type")))
        for _ in range(count):
            kind = self.random.randrange(6)
            if kind == 0:
                yield "search\t" + " ".join(self.random.sample(stems, self.random.randint(1, 3)))
            elif kind == 1:
                yield f"search\t\"{self.random.choice(self.persons)}\""
            elif kind == 2:
                yield f"search\t{self.random.choice(stems)} actor:{self.state()} type:{self.random.choice(types)}".replace(
                    "actor:", 'actor:"', 1).replace(" type:", '" type:', 1)
            else:
                filters = []
                for name in self.random.sample(["side", "type", "place", "source", "time", "status"],
                                               self.random.randint(1, 4)):
                    if name == "side":
                        side = self.random.choice(["actor", "recipient", "participant"])
                        who = self.state() if self.random.random() < 0.7 else self.random.choice(self.persons)
                        filters.append(f"{side}={who}")
                    elif name == "type":
                        filters.append("type=" + self.random.choice(types))
                    elif name == "place":
                        filters.append("place=" + (self.random.choice(self.places)))
                    elif name == "source":
                        filters.append("source=" + self.random.choice(self.outlets))
                    elif name == "status":
                        filters.append("status=" + self.random.choice(["asserted", "planned", "negated"]))
                    else:
                        first = self.start + datetime.timedelta(days=self.random.randrange(3000))
                        filters.append(f"from={first}")
                        filters.append(f"to={first + datetime.timedelta(days=self.random.choice([1, 30, 365]))}")
                yield "\t".join(["events"] + filters)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sanad")
    parser.add_argument("train")
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--questions", type=int, default=1200)
    parser.add_argument("--ledger", help="where the ledger is kept; without it, it is gone afterwards")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = options.ledger or os.path.join(folder, "bench.db")
        if not os.path.exists(ledger):
            fill(options, folder, ledger)
        ask(options, ledger)


def fill(options, folder, ledger):
    maker = Maker(1)
    reports = os.path.join(folder, "reports.jsonl")
    text = 0
    with open(reports, "w", encoding="utf8") as out:
        for number in range(options.reports):
            report = maker.report(number)
            text += len((report["title"] + report["text"]).encode())
            print(json.dumps(report, ensure_ascii=False), file=out)
    start = time.perf_counter()
    subprocess.run([options.sanad, "ingest", reports, "--ledger", ledger, "--jobs", str(options.jobs)], check=True,
                   stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = os.path.getsize(ledger)
    print(f"{options.reports} reports: {options.reports / seconds:.0f} a second "
          f"({options.reports / (usage.ru_utime + usage.ru_stime):.0f} a second of processor time), "
          f"peak memory {usage.ru_maxrss // 1024} MB")
    print(f"text {text / 1e6:.1f} MB, ledger {size / 1e6:.1f} MB: {size / text:.2f} times")


def ask(options, ledger):
    questions = list(Maker(2).questions(options.questions))
    count = subprocess.run([options.sanad, "events", "--count", "--ledger", ledger], check=True, capture_output=True)
    print(f"{count.stdout.decode().strip()} events")
    # Twice: the first run warms the cache.
    for _ in range(2):
        run = subprocess.run([options.train, "ledger", ledger], input="\n".join(questions).encode(), check=True,
                             stdout=subprocess.PIPE)
    rows = [line.split("\t") for line in run.stdout.decode().splitlines()]
    for kind in ("search", "events"):
        mine = [r for r in rows if r[3] == kind]
        found = sum(int(r[2]) > 0 for r in mine)
        print(f"{kind}: {len(mine)} questions, {found} with an answer")
        for column, name in ((0, "by the clock"), (1, "of the processor")):
            taken = sorted(float(r[column]) for r in mine)
            print(f"  {name}: middle {taken[len(taken) // 2]:.1f} ms, p95 {taken[int(len(taken) * 0.95)]:.1f} ms, "
                  f"longest {taken[-1]:.1f} ms")
    for row in sorted(rows, key=lambda r: -float(r[1]))[:5]:
        print("  slowest:", " ".join(row), file=sys.stderr)


if __name__ == "__main__":
    main()
