#!/usr/bin/env bash
# Reads the sample reports with the program given, and shows what is in their records.
set -euo pipefail

sanad=$1
cd "$(dirname "$0")/.."
records=$(mktemp)
ledger=$(mktemp -d)
trap 'rm -rf "$records" "$ledger"' EXIT

"$sanad" read Samples/reports.jsonl
echo
"$sanad" code --verbose Samples/reports.jsonl >"$records"
echo "The same as records, one JSON object a line (sanad code Samples/reports.jsonl). The first begins:"
head -n 1 "$records" | cut -b 1-400
echo
echo "The same in a ledger (sanad ingest), and what it says of attacks in Afghanistan (sanad events), and of «حملات» (sanad search):"
"$sanad" ingest Samples/reports.jsonl --ledger "$ledger/sanad.db"
"$sanad" events --type ASSAULT --place AFG --limit 3 --ledger "$ledger/sanad.db"
"$sanad" search "حملات" --limit 2 --ledger "$ledger/sanad.db"
echo
"$sanad" doctor
