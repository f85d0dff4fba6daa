import Testing

/// The help of every verb, word for word: it is part of the product.
@Suite struct HelpTests {
  @Test func `the help of the program`() throws {
    #expect(
      try SanadProcess.run("--help").output == """
        OVERVIEW: Reads Persian news and keeps the evidence: who did or said what to
        whom, where and when, and who says so.

        USAGE: sanad <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          read                    Reads a report for a person: its text with what was
                                  found, then the records as sentences.
          code                    Codes articles: JSONL in, one record a line out.
          extract                 Takes the reports out of pages, feeds, archives and
                                  folders, and writes them as JSONL.
          repair                  Restores lost half-spaces and folds look-alike
                                  letters, line for line.
          parse                   Gives each word its part of speech, lemma, features,
                                  head, relation and name, as CoNLL-U.
          check                   Checks the data files: their form, their references,
                                  and that every example is read as its record says.
          doctor                  Says in plain words what is there, what is missing,
                                  and which versions of the data are in use.
          explain                 Says why a report was read as it was: words, trees,
                                  entries of the dictionaries and rules.
          score                   Codes documents that people coded before, and says
                                  how far the two agree.
          ingest                  Reads files and folders into a ledger.
          search                  Finds documents of a ledger by their words.
          events                  Lists the events of a ledger, the latest first.
          export                  Writes the events of a ledger for other programs.
          ledger                  Checks a ledger and brings it up to date.
          world                   Looks into the data files of actors and places: find,
                                  check, stats, import-geonames.

          See 'sanad help <subcommand>' for detailed help.

        """)
  }

  @Test func `the help of read`() throws {
    #expect(
      try SanadProcess.run("read", "--help").output == """
        OVERVIEW: Reads a report for a person: its text with what was found, then the
        records as sentences.

        FILE is plain text, a page (HTML), or one of many reports: JSONL, a feed, a web
        archive, a folder. What it is, is told by its content.

        USAGE: sanad read <file> [--published <published>] [--jsonl] [--colour <colour>] [--data <data>]

        ARGUMENTS:
          <file>                  A file or folder, or - for standard input.

        OPTIONS:
          --published <published> When the report was published: 2025-03-10 or
                                  2025-03-10T18:00:00+03:00.
          --jsonl                 Take it as JSONL, whatever it looks like.
          --colour <colour>       Colours: auto, always or never. (values: auto,
                                  always, never; default: auto)
          --data <data>           A folder laid out as Sanad's Data; its files are used
                                  in place of those built in.
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func `the help of code`() throws {
    #expect(
      try SanadProcess.run("code", "--help").output == """
        OVERVIEW: Codes articles: JSONL in, one record a line out.

        Standard input is JSONL; a file or folder can also hold what `sanad extract`
        reads. Each line is an object with "text", and optionally "id", "title",
        "published", "url", "source" (or NGEC's "event_text" and "date"). Lines that
        cannot be used are named on standard error, and all others are coded.

        USAGE: sanad code [<file>] [--jobs <jobs>] [--verbose] [--data <data>]

        ARGUMENTS:
          <file>                  JSONL, or another file or folder of reports; - is
                                  standard input. (default: -)

        OPTIONS:
          --jobs <jobs>           How many articles are coded at a time. (default: 1)
          --verbose               Count on standard error what became of the sentences.
          --data <data>           A folder laid out as Sanad's Data; its files are used
                                  in place of those built in.
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func `the help of repair`() throws {
    #expect(
      try SanadProcess.run("repair", "--help").output == """
        OVERVIEW: Restores lost half-spaces and folds look-alike letters, line for
        line.

        Reads FILE, or standard input where none is given or it is -, and writes as
        many lines as it read. A line that cannot be used (no text, or longer than 16
        MiB) is named on standard error and goes through as it came.

        USAGE: sanad repair [<file>] [--publish]

        ARGUMENTS:
          <file>                  A text file, or - for standard input. (default: -)

        OPTIONS:
          --publish               Write it as it is printed: Persian marks, digits and
                                  quotation marks, and the spaces around them.
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func `the help of check`() throws {
    #expect(
      try SanadProcess.run("check", "--help").output == """
        OVERVIEW: Checks the data files: their form, their references, and that every
        example is read as its record says.

        USAGE: sanad check [--data <data>]

        OPTIONS:
          --data <data>           A folder laid out as Sanad's Data; its files are used
                                  in place of those built in.
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func `the help of doctor`() throws {
    #expect(
      try SanadProcess.run("doctor", "--help").output == """
        OVERVIEW: Says in plain words what is there, what is missing, and which
        versions of the data are in use.

        USAGE: sanad doctor [--data <data>]

        OPTIONS:
          --data <data>           A folder laid out as Sanad's Data; its files are used
                                  in place of those built in.
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func `the help of explain`() throws {
    #expect(
      try SanadProcess.run("explain", "--help").output == """
        OVERVIEW: Says why a report was read as it was: words, trees, entries of the
        dictionaries and rules.

        FILE is plain text, or JSONL (a name ending in .jsonl, or --jsonl). For each
        sentence it shows the tree, the records with the reasons for each of their
        parts, and what was found and why it became no record.

        USAGE: sanad explain <file> [--sentence <sentence>] [--at <at>] [--record <record>] [--id <id>] [--published <published>] [--jsonl] [--data <data>]

        ARGUMENTS:
          <file>                  A text or JSONL file, or - for standard input.

        OPTIONS:
          --sentence <sentence>   Only this sentence, counted from 1.
          --at <at>               Only the sentence at this code point of the report,
                                  counted from 0.
          --record <record>       Only this record: e1, s1, v1; f1 and r1 are the first
                                  figure and relation.
          --id <id>               The report with this id, where FILE holds several.
          --published <published> When the report was published: 2025-03-10 or
                                  2025-03-10T18:00:00+03:00.
          --jsonl                 Take standard input or FILE as JSONL.
          --data <data>           A folder laid out as Sanad's Data; its files are used
                                  in place of those built in.
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func `the help of score`() throws {
    #expect(
      try SanadProcess.run("score", "--help").output == """
        OVERVIEW: Codes documents that people coded before, and says how far the two
        agree.

        GOLD is JSONL with "doc", "text", "sentences" and "events", and optionally
        "quotes" and "figures". Events count by sentence and type; full means that the
        countries of all sides are right too.

        USAGE: sanad score <gold> [--errors <errors>] [--type <type>] [--by <by>] [--jobs <jobs>] [--data <data>]

        ARGUMENTS:
          <gold>                  A JSONL file of gold documents, or - for standard
                                  input.

        OPTIONS:
          --errors <errors>       How many mistakes to show, each with its sentence and
                                  what was near. (default: 0)
          --type <type>           Only mistakes and events of this type, such as
                                  ASSAULT.
          --by <by>               A table too: by type, entry, document or confidence.
                                  (values: type, entry, document, confidence)
          --jobs <jobs>           How many documents are coded at a time. (default: 1)
          --data <data>           A folder laid out as Sanad's Data; its files are used
                                  in place of those built in.
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }
}
