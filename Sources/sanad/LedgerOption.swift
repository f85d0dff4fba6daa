import ArgumentParser

/// `--ledger`: the file of the archive.
struct LedgerOption: ParsableArguments {
  @Option(name: .customLong("ledger"), help: "The ledger, one SQLite file.")
  var file = "sanad.db"
}
