#!/usr/bin/env python3
"""Loads what `sanad export` writes with the programs that it is written for: pandas, geopandas (the reader of QGIS) and
networkx. A library that is not there is named and passed over, unless --all is given.

    test-exports.py SANAD [--all]
"""
import importlib
import json
import os
import subprocess
import sys
import tempfile

SANAD = os.path.abspath(sys.argv[1])
MUST = "--all" in sys.argv
REPORTS = [
    {"id": "=1+1", "title": "=HYPERLINK(\"http://example.org\")", "source": "@outlet", "published": "2024-05-08",
     "text": "\tدر حمله‌ای در هرات \"سه\" تن کشته شدند,\nو وزیر خارجه ایران با همتای چینی خود در پکن دیدار کرد."},
    {"id": "2", "source": "آژانس <نمونه> & \u0007", "published": "2023-10-12", "url": "https://example.org/?a=1&b=2",
     "text": "ترکیه به افغانستان کمک کرد. روسیه اوکراین را تهدید کرد. قرار است ایران و عراق توافق کنند."},
]


def library(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        if MUST:
            sys.exit(f"missing: {name} — pip install {name}")
        print(f"not tested: {name} is not installed")


def export(ledger, name):
    run = subprocess.run([SANAD, "export", "--format", name, "--ledger", ledger], check=True, stdout=subprocess.PIPE)
    return run.stdout


def main():
    with tempfile.TemporaryDirectory() as folder:
        reports, ledger = os.path.join(folder, "r.jsonl"), os.path.join(folder, "l.db")
        with open(reports, "w", encoding="utf8") as out:
            for report in REPORTS:
                print(json.dumps(report, ensure_ascii=False), file=out)
        subprocess.run([SANAD, "ingest", reports, "--ledger", ledger], check=True, stderr=subprocess.DEVNULL)
        files = {}
        for name in ("jsonl", "csv", "geojson", "graphml", "polecat", "cameo", "records"):
            files[name] = os.path.join(folder, "events." + name)
            open(files[name], "wb").write(export(ledger, name))
        check(files)


def check(files):
    events = [json.loads(line) for line in open(files["jsonl"], encoding="utf8")]
    assert len(events) >= 4, events
    records = [json.loads(line) for line in open(files["records"], encoding="utf8")]
    assert [r["id"] for r in records] == [r["id"] for r in REPORTS]
    assert sum(len(r["events"]) for r in records) == len(events)
    pandas = library("pandas")
    if pandas:
        table = pandas.read_csv(files["csv"], dtype={"document_id": str})
        assert len(table) == len(events) and list(table["event"]) == [e["event"] for e in events]
        assert list(table["sentence"].str.lstrip("'")) == [e["sentence"] for e in events]
        texts = table.astype(object).to_numpy().ravel()
        dangerous = [v for v in texts if isinstance(v, str) and v.lstrip()[:1] in "=+-@" and v.strip()]
        assert not dangerous, dangerous
        assert "'=1+1" in set(table["document_id"])
        days = pandas.to_datetime(table["day"])
        assert days.is_monotonic_decreasing
        frame = pandas.read_json(files["jsonl"], lines=True)
        assert len(frame) == len(events)
        polecat = pandas.read_csv(files["polecat"], sep="\t")
        asserted = [e for e in events if e["status"] == "asserted"]
        assert polecat.shape == (len(asserted), 40), polecat.shape
        assert set(polecat["Quad Code"]) <= {"VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT",
                                             "MATERIAL CONFLICT"}
        cameo = pandas.read_csv(files["cameo"], sep="\t", dtype=str)
        assert set(cameo["event"]) == {str(e["event"]) for e in asserted}
        print("pandas: csv, jsonl, polecat, cameo")
    geopandas = library("geopandas")
    if geopandas:
        layer = geopandas.read_file(files["geojson"])
        placed = [e for e in events if e["place"] and e["place"]["lat"] is not None]
        assert placed and len(layer) == len(placed)
        first = layer[layer["event"] == str(placed[0]["event"])].iloc[0]
        assert abs(first.geometry.y - placed[0]["place"]["lat"]) < 1e-9
        assert abs(first.geometry.x - placed[0]["place"]["lon"]) < 1e-9
        print("geopandas: geojson")
    networkx = library("networkx")
    if networkx:
        graph = networkx.read_graphml(files["graphml"])
        assert graph.is_directed() and graph.number_of_edges() >= 2
        assert all(node["name"] for _, node in graph.nodes(data=True))
        assert any(edge["type"] == "AID" and edge["weight"] >= 1 for *_, edge in graph.edges(data=True))
        print("networkx: graphml")


if __name__ == "__main__":
    main()
