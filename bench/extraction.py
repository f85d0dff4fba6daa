#!/usr/bin/env python3
"""Main-text extraction beside trafilatura, on the fixtures and on trafilatura's own test pages.

    bench/extraction.py SANAD [PAGES]                     # the fixtures of Tests/Fixtures/pages
    bench/extraction.py SANAD --segments REPOSITORY       # a checkout of trafilatura: tests/evaldata.json, tests/cache

Characters: the F1 of the letters of the text found against those expected, blanks left out, both as the longest common
runs of a diff; the mean over the pages. A first line that is the headline is left out for both tools, since only one of
them takes it for text. Title, day, outlet and author: how many pages have them right of those that show them; the day
counts, not the hour. Segments: trafilatura's own measure, which asks for pieces that must and must not be in the text; the
headline is put before the text of both tools, since pieces of it are asked for.
trafilatura is used where it is installed (`pip install trafilatura`), with its defaults and, as in its own evaluation,
with `favor_recall` off; comments left out.
"""
import argparse, glob, json, os, subprocess, sys, time
from difflib import SequenceMatcher

try:
    import trafilatura
except ImportError:
    trafilatura = None


def squeezed(text):
    """Without blanks and half-spaces, which one of the tools drops."""
    return "".join(text.replace("\u200c", "").split())


def spaced(text):
    return " ".join(text.split())


def line_key(text):
    return "".join(sign for sign in text if sign.isalnum()).replace("ي", "ی").replace("ك", "ک")


def without_title(text, title):
    lines = (text or "").split("\n")
    return "\n".join(lines[1:]) if title and lines and line_key(lines[0]) == line_key(title) else text or ""


def f1(expected, found):
    """Characters in common, by the matching blocks of a diff; lines first, so that long texts stay quick."""
    a, b = squeezed(expected), squeezed(found)
    if not a or not b:
        return float(a == b)
    common = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if block.size > 3)
    return 2 * common / (len(a) + len(b))


def run_sanad(sanad, paths):
    start = time.time()
    run = subprocess.run([sanad, "extract", *paths], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found = {}
    for line in run.stdout.decode().split("\n"):
        if line:
            item = json.loads(line)
            found[item["id"]] = {**item, "author": "; ".join(item.get("authors", []))}
    return found, time.time() - start


def run_trafilatura(paths):
    start = time.time()
    found = {}
    for path in paths:
        data = open(path, "rb").read()
        item = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
        item = item.as_dict() if item is not None and not isinstance(item, dict) else item or {}
        found[path] = {"text": item.get("text") or "", "title": item.get("title"), "published": item.get("date"),
                       "source": item.get("sitename"), "author": item.get("author")}
    return found, time.time() - start


def report(name, gold, found, seconds, show):
    scores, right, asked = [], {}, {}
    for path, expected in gold.items():
        item = found.get(path, {})
        score = f1(without_title(expected["text"], expected["title"]), without_title(item.get("text"), expected["title"]))
        scores.append(score)
        if show and score < 0.97:
            print(f"  {name} {score:.3f} {os.path.basename(path)}")
        for field in ("title", "published", "source", "author"):
            if not expected.get(field):
                continue
            asked[field] = asked.get(field, 0) + 1
            wanted, got = expected[field], item.get(field) or ""
            same = wanted[:10] == got[:10] if field == "published" else line_key(wanted) == line_key(got)
            right[field] = right.get(field, 0) + same
            if show and not same:
                print(f"  {name} {field} of {os.path.basename(path)}: {got!r} for {wanted!r}")
    fields = ", ".join(f"{field} {right[field]}/{asked[field]}" for field in right)
    print(f"{name}: F1 {sum(scores) / len(scores):.4f}, least {min(scores):.3f}; {fields}; {seconds:.1f} s")


def segments(name, pages, found):
    true = false = missed = 0
    for path, page in pages.items():
        item = found.get(path, {})
        text = spaced((item.get("title") or "") + "\n" + (item.get("text") or ""))
        true += sum(spaced(piece) in text for piece in page["with"])
        missed += sum(spaced(piece) not in text for piece in page["with"])
        false += sum(spaced(piece) in text for piece in page["without"])
    precision, recall = true / max(1, true + false), true / max(1, true + missed)
    print(f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}"
          f" over {len(pages)} pages")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sanad")
    parser.add_argument("pages", nargs="?", default=os.path.join(os.path.dirname(__file__), "../Tests/Fixtures/pages"))
    parser.add_argument("--segments", metavar="REPOSITORY")
    parser.add_argument("--show", action="store_true", help="name the pages below 0.97 and what is wrong with their fields")
    parser.add_argument("--half", choices=["0", "1"], help="of trafilatura's pages, those with an even or odd number")
    options = parser.parse_args()
    if options.segments:
        pages = {}
        data = json.load(open(os.path.join(options.segments, "tests/evaldata.json")))
        for number, (_, page) in enumerate(sorted(data.items() if isinstance(data, dict) else enumerate(data))):
            for folder in ("tests/cache", "tests/eval"):
                path = os.path.join(options.segments, folder, page["file"])
                if os.path.exists(path) and options.half in (None, str(number % 2)):
                    pages[path] = page
        segments("sanad", pages, run_sanad(options.sanad, sorted(pages))[0])
        if trafilatura:
            segments("trafilatura", pages, run_trafilatura(sorted(pages))[0])
        return
    paths = sorted(glob.glob(os.path.join(options.pages, "*.html")))
    gold = {path: json.load(open(path[:-5] + ".json", encoding="utf8")) for path in paths}
    report("sanad", gold, *run_sanad(options.sanad, paths), options.show)
    if trafilatura:
        report("trafilatura", gold, *run_trafilatura(paths), options.show)


if __name__ == "__main__":
    main()
