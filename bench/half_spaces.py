#!/usr/bin/env python3
"""What lost half-spaces cost the parser, through our own repair.

    half_spaces.py SANAD GOLD.conllu

Writes out the sentences of GOLD as text, once with their half-spaces, once with every half-space removed and once with a
space in place of each; lets `sanad parse` repair, cut and parse them; and compares with GOLD the words that agree, which
are those made of the same letters in the same place. A word is right where its head is made of the same letters as in
GOLD and its main relation is the same. Beside it stands how right the same words are when GOLD's words are given.
"""
import subprocess
import sys
import unicodedata

sanad, gold_path = sys.argv[1:3]
HALF_SPACE = "\u200c"
LETTERS = str.maketrans("يكىأإؤئۀة۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "یکیااویهه" + "0123456789" * 2)


def squeezed(text):
    """The letters alone, folded, so that offsets do not depend on spaces or on what repair may fold."""
    return "".join(c for c in text.translate(LETTERS) if not c.isspace() and unicodedata.category(c) not in ("Cf", "Mn"))


def read(lines):
    """For each word of a CoNLL-U text its span among all letters, its head's span (None: root) and its relation."""
    words, offset, sentence, parts = {}, 0, [], 0

    def close():
        spans = {number: span for number, span, _, _ in sentence}
        for _, span, head, relation in sentence:
            if span:
                words[span] = (spans.get(head) if head else "root", relation.split(":")[0])
        sentence.clear()

    letters, pending = [], []
    for line in lines + [""]:
        columns = line.split("\t")
        if len(columns) < 10:
            if not line:
                close()
            continue
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            parts, surface, pending = last - first + 1, squeezed(columns[1]), []
            letters.append(surface)
            continue
        if not columns[0].isdigit():
            continue
        number, form, head, relation = int(columns[0]), squeezed(columns[1]), int(columns[6]), columns[7]
        if parts:
            pending.append((number, form, head, relation))
            parts -= 1
            if not parts:
                # Parts that do not add up to what is written have no place in it.
                adds_up = "".join(part[1] for part in pending) == surface
                place = offset
                for number, form, head, relation in pending:
                    sentence.append((number, (place, place + len(form)) if adds_up else None, head, relation))
                    place += len(form)
                offset += len(surface)
        else:
            letters.append(form)
            sentence.append((number, (offset, offset + len(form)), head, relation))
            offset += len(form)
    return words, "".join(letters)


def run(arguments, text):
    output = subprocess.run([sanad, "parse", *arguments, "-"], input=text.encode(), stdout=subprocess.PIPE, check=True)
    return output.stdout.decode().split("\n")


lines = open(gold_path, encoding="utf8").read().split("\n")
texts = [line[len("# text = "):] for line in lines if line.startswith("# text = ")]
gold, letters = read(lines)
blind = "\n".join("\t".join(c[:2] + ["_"] * 8) if len(c := line.split("\t")) == 10 else line for line in lines)
given, _ = read(run(["--tokenized"], blind))


def measure(name, change):
    found, found_letters = read(run([], "\n\n".join(change(text) for text in texts) + "\n"))
    if found_letters != letters:
        place = next((i for i, (a, b) in enumerate(zip(letters, found_letters)) if a != b), 0)
        sys.exit(f"letters differ at {place}: {letters[place - 20:place + 20]} | {found_letters[place - 20:place + 20]}")
    agreed = [span for span in gold if span in found]
    right = sum(found[span] == gold[span] for span in agreed)
    known = sum(given.get(span) == gold[span] for span in agreed)
    print(f"{name}: {100 * len(agreed) / len(gold):.1f}% of the words agree; LAS over them {100 * right / len(agreed):.1f}, "
          f"with the words given {100 * known / len(agreed):.1f}")


measure("half-spaces as written", lambda text: text)
measure("every half-space gone", lambda text: text.replace(HALF_SPACE, ""))
measure("a space for each half-space", lambda text: text.replace(HALF_SPACE, " "))
