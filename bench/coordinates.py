#!/usr/bin/env python3
"""Whether the coordinates of towns agree with a source of their own.

    coordinates.py CITIES.csv [--sample N] [--seed S] [--limit KM]

CITIES.csv is the table world.cities of the R package maps 3.4 (from The World Gazetteer, 2006), which knows nothing of
GeoNames, where most of our towns have their coordinates from. With r-cran-maps installed it is written by

    Rscript -e 'write.csv(maps::world.cities, "cities.csv", row.names = FALSE)'

A town is compared where exactly one city of the table has its English name (or else the name without what
transliterations differ in) in its country: of two cities of one name the nearer would always seem right. Prints how many of a sample, and of all, lie within the limit, and names
those that do not. Exit code 1 where one of the sample does not.
"""
import argparse
import collections
import csv
import math
import pathlib
import random
import re
import sys
import unicodedata

# Where the table's name of a country is not the one in states.rec.
COUNTRIES = {
    "USA": "USA", "GBR": "UK", "KOR": "Korea South", "PRK": "Korea North", "COD": "Congo Democratic Republic",
    "COG": "Congo", "TLS": "East Timor", "SWZ": "Swaziland", "VAT": "Vatican City",
}


def records(path):
    """The records of a .rec file: field name to its first value."""
    record = {}
    for line in path.read_text(encoding="utf8").split("\n") + [""]:
        if not line and record:
            yield record
            record = {}
        elif line and line[0] not in "#+":
            name, _, value = line.partition(": ")
            record.setdefault(name, value)


def letters(name):
    """The letters of a name, without accents and apostrophes."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).lower() if "a" <= c <= "z")


def folded(name):
    """The letters of a name, without what transliterations differ in."""
    plain = letters(name)
    for pattern, letter in [("kh|gh|q|c", "k"), ("ou|oo|u|w", "o"), ("ee|iy|y|e", "i"), ("v", "o"), ("h", "")]:
        plain = re.sub(pattern, letter, plain)
    return re.sub(r"(.)\1+", r"\1", plain)


def kilometres(one, two):
    (north, east), (other_north, other_east) = ([math.radians(value) for value in point] for point in (one, two))
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    return 12_742 * math.asin(math.sqrt(half))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cities")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--limit", type=float, default=25)
    options = parser.parse_args()

    world = pathlib.Path(__file__).resolve().parent.parent / "Data" / "world"
    country = {state["id"]: COUNTRIES.get(state["id"], state["latin"]) for state in records(world / "states.rec")}
    cities = collections.defaultdict(list)
    with open(options.cities, encoding="utf8") as file:
        for row in csv.DictReader(file):
            for name in {letters(row["name"]), folded(row["name"])}:
                cities[row["country.etc"], name].append((float(row["lat"]), float(row["long"])))

    compared = []
    for place in records(world / "places.rec"):
        if place["kind"] not in ("city", "town") or "lat" not in place:
            continue
        state = country.get(place.get("country"))
        found = cities[state, letters(place["latin"])] or cities[state, folded(place["latin"])]
        if len(found) == 1:
            compared.append((kilometres((float(place["lat"]), float(place["lon"])), found[0]), place))

    sample = random.Random(options.seed).sample(compared, min(options.sample, len(compared)))
    for name, some in (("sample", sample), ("all", compared)):
        far = [pair for pair in some if pair[0] > options.limit]
        print(f"{name}: {len(some) - len(far)} of {len(some)} within {options.limit:g} km")
        for distance, place in sorted(far, key=lambda pair: -pair[0]):
            print(f"  {distance:6.0f} km  {place['id']}  {place['lat']} {place['lon']}")
    sys.exit(any(distance > options.limit for distance, _ in sample))


if __name__ == "__main__":
    main()
