#!/usr/bin/env python3
"""Kills an ingestion at random moments (SIGKILL) and looks what is left.

    kill-ingest.py SANAD [--times 200] [--reports 3000] [--seed 1]

After each kill: every document that was reported stored is there, none is there twice, and `sanad ledger check` is content.
Then the same ingestion is run again, and killed again, until it comes to its end; then all is begun anew.
"""
import argparse
import importlib.util
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def bench():
    """The maker of reports of bench/ledger.py."""
    spec = importlib.util.spec_from_file_location("ledger", os.path.join(HERE, "..", "bench", "ledger.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check(sanad, ledger):
    """How many documents the ledger holds; fails where anything is wrong with it."""
    if not os.path.exists(ledger):
        return 0
    run = subprocess.run([sanad, "ledger", "check", "--ledger", ledger], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"the check found:\n{run.stdout}{run.stderr}")
    return int(run.stdout.split()[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sanad")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--reports", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    moment = random.Random(options.seed)
    maker = bench().Maker(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        reports = os.path.join(folder, "reports.jsonl")
        with open(reports, "w", encoding="utf8") as out:
            for number in range(options.reports):
                print(json.dumps(maker.report(number), ensure_ascii=False), file=out)
        ledger = os.path.join(folder, "kill.db")
        command = [options.sanad, "ingest", reports, "--ledger", ledger]
        start = time.perf_counter()
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        whole = time.perf_counter() - start
        if check(options.sanad, ledger) != options.reports:
            sys.exit("an ingestion that nobody killed lost documents")
        kills = ends = stored = 0
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(ledger + suffix):
                os.remove(ledger + suffix)
        while kills < options.times:
            with open(os.path.join(folder, "said"), "w") as said:
                process = subprocess.Popen(command, stderr=said)
                time.sleep(moment.random() * whole * 0.6)
                process.send_signal(signal.SIGKILL)
                ended = process.wait() == 0
            reported = [int(n) for n in re.findall(r"^(\d+) stored,", open(os.path.join(folder, "said")).read(), re.M)]
            now = check(options.sanad, ledger)
            if now < stored + (reported[-1] if reported else 0):
                sys.exit(f"reported {stored} + {reported[-1]}, but only {now} are there")
            if now > options.reports:
                sys.exit(f"{now} documents of {options.reports}")
            stored = now
            kills += not ended
            if ended or now == options.reports:
                if now != options.reports:
                    sys.exit(f"the end was reached with {now} of {options.reports}")
                ends += 1
                stored = 0
                for suffix in ("", "-wal", "-shm"):
                    if os.path.exists(ledger + suffix):
                        os.remove(ledger + suffix)
        print(f"killed {kills} times, {ends} times all {options.reports} were stored: nothing lost, nothing twice")


if __name__ == "__main__":
    main()
