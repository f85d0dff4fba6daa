import Chronology
import DataFiles
import Diagnostics
import PersianText
import Testing

@Suite struct TimeReaderTests {
  static let monday = CivilDate(year: 2025, month: 3, day: 10)

  @Test("The capital Dushanbe is not a Monday")
  func dushanbe() throws {
    let text = "روابط دوشنبه با کابل سرد است. وزیر روز دوشنبه به دوشنبه رسید."
    let found = try TimeReading(text, anchor: Self.monday)
    #expect(found.expressions.indices.map { found.words($0) } == ["روز دوشنبه"])
  }

  @Test(
    "A caller who knows the tense turns a weekday or a date without its year",
    arguments: [
      ("روز سه‌شنبه نشست است.", TimeDirection.future, "2025-03-11"),
      ("روز سه‌شنبه نشست است.", .past, "2025-03-04"),
      ("روز دوشنبه نشست است.", .future, "2025-03-10"),
      ("نشست ۲۰ حوت است.", .future, "2025-03-10"),
      ("نشست ۲۱ حوت است.", .past, "2024-03-11"),
      ("نشست ۱۹ حوت است.", .future, "2026-03-10"),
    ])
  func direction(_ text: String, _ direction: TimeDirection, _ day: String) throws {
    let found = try TimeReading(text, anchor: Self.monday, direction: direction)
    #expect(found.dates(0) == "\(day)/\(day) day")
  }

  @Test("A direction is asked for by the words of the expression")
  func directionByWords() throws {
    let reading = try TimeReading.persian.get().read(SourceText("روز شنبه آمد و روز سه‌شنبه می‌رود."))
    let found = try TimeReading.time.get().read(reading, anchor: Self.monday) { words in
      words.lowerBound == 0 ? .past : .future
    }
    #expect(found.map { $0.start?.description } == ["2025-03-08", "2025-03-11"])
  }

  @Test("Words that say their direction are not turned by the caller")
  func statedDirectionWins() throws {
    let found = try TimeReading("دوشنبه گذشته دیدار کردند.", anchor: Self.monday, direction: .future)
    #expect(found.dates(0) == "2025-03-03/2025-03-03 day")
  }

  @Test("A source that counts in Gregorian months gets Gregorian months")
  func civilCalendar() throws {
    let found = try TimeReading("ماه گذشته توافق شد.", anchor: Self.monday, calendar: .gregorian)
    #expect(found.dates(0) == "2025-02-01/2025-02-28 month")
  }

  @Test("29 February finds a leap year, 30 Esfand too")
  func leapDays() throws {
    #expect(try TimeReading("نشست ۲۹ فبروری است.", anchor: Self.monday).dates(0) == "2024-02-29/2024-02-29 day")
    #expect(try TimeReading("نشست ۳۰ اسفند است.", anchor: Self.monday).dates(0) == "2025-03-20/2025-03-20 day")
  }

  @Test("Both days of a list get the month and year that are told once")
  func listedDays() throws {
    let found = try TimeReading("در بازرسی‌های ۲۶ و ۲۸ سنبله ۱۴۰۰ هیروئین یافتند.", anchor: nil)
    #expect(
      found.expressions.indices.map { found.dates($0) } == ["2021-09-17/2021-09-17 day", "2021-09-19/2021-09-19 day"])
  }

  @Test("A name called ambiguous that the record does not have is refused")
  func strayAmbiguousName() throws {
    let bytes = Array("id: x\nkind: weekday\nnumber: 6\nword: جمعه\nambiguous: شنبه\n".utf8)
    let records = try bytes.withUnsafeBytes { try DataRecord.parse($0, file: "times.rec") }
    #expect(throws: Problem(.dataReference, at: InputPlace(file: "times.rec", line: 1), "شنبه", "name of this record"))
    {
      try TimeReader(records: records)
    }
  }

  @Test("A comma between the clock and the day joins them, one behind the clock does not belong to it")
  func clockAndComma() throws {
    let joined = try TimeReading("ساعت ۱۰ صبح، روز شنبه، رسید.", anchor: Self.monday)
    #expect(joined.words(0) == "ساعت ۱۰ صبح، روز شنبه")
    let alone = try TimeReading("ساعت ۱۰ صبح، والی رسید.", anchor: Self.monday)
    #expect(alone.words(0) == "ساعت ۱۰ صبح")
    #expect(alone.expressions.first?.clock == ClockTime(hour: 10, minute: 0))
    #expect(alone.expressions.first?.start == nil)
  }

  @Test("A lost space between number and month does not matter, nor does a line break within a phrase end a word")
  func spacing() throws {
    #expect(try TimeReading("نشست ۱۴سرطان ۱۴۰۳ بود.", anchor: nil).dates(0) == "2024-07-04/2024-07-04 day")
    #expect(try TimeReading("نشست روز\nدوشنبه بود.", anchor: Self.monday).expressions.isEmpty)
  }

  @Test(
    "Durations, counts and words that only look like time are not read",
    arguments: [
      "دو سال در زندان ماند.", "سفر سه روزه او پایان یافت.", "دختر دوازده ساله زخمی شد.", "این میزان کافی نیست.",
      "دو تیر به دیوار خورد.", "نه تن کشته شدند.", "وی افزود که این راه سی کیلومتر است.", "در پایان سخنرانی کف زدند.",
      "در آینده هم ادامه خواهد داشت.", "نماز جمعه برگزار شد.", "برج بلند شهر فرو ریخت.", "مه و باران راه را بست.",
    ])
  func notTime(_ text: String) throws {
    let found = try TimeReading(text, anchor: Self.monday)
    #expect(found.expressions.isEmpty, "\(found.all)")
  }

  @Test("Bytes of all kinds, cut anywhere, are read without harm and give ordered ranges within the words")
  func hostileInput() throws {
    let parts = [
      "۹۹۹۹۹۹۹۹۹", "۰", "/", ":", "-", "روز", "ساعت", "۱۴", "سرطان", "ماه", "سال", "گذشته", "از", "تا", "و", "هزار",
      "(",
      ")", "،", "دوشنبه", "شب", "نیمه", "اول", "دهه", "قرن", "آینده", "چند", "ه", ".", "ق", "\u{200C}", "\n", "این",
      "😀",
      "۱۴۰۳/۱۳/۴۰", "۲۵:۶۱", "9223372036854775808", "هجری", "پیش", "جاری", "نه", "صد", "بیست", "رمضان", "۳۰", "حوت",
    ]
    var state: UInt64 = 20_250_310
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let anchors = [
      nil, Self.monday, CivilDate(year: 9999, month: 12, day: 31), CivilDate(year: -9999, month: 1, day: 1),
    ]
    for _ in 0..<4000 {
      let text = (0..<next(14)).map { _ in parts[next(parts.count)] + (next(4) == 0 ? "" : " ") }.joined()
      let found = try TimeReading(text, anchor: anchors[next(4)])
      var end = 0
      for expression in found.expressions {
        #expect(expression.words.lowerBound >= end && !expression.words.isEmpty)
        #expect(expression.words.upperBound <= found.reading.words.count)
        if let start = expression.start, let last = expression.end { #expect(start <= last) }
        end = expression.words.upperBound
      }
      _ = try TimeReading.time.get().dateline(of: found.reading)
    }
  }

  @Test("A broken data file is refused with its line")
  func brokenData() throws {
    let bytes = Array("id: x\nkind: month\ncalendar: mayan\nnumber: 1\niranian: پپ\n".utf8)
    let records = try bytes.withUnsafeBytes { try DataRecord.parse($0, file: "times.rec") }
    #expect(throws: Problem.self) { try TimeReader(records: records) }
  }

  @Test(
    "A dateline is read where it stands",
    arguments: [
      ("کابل، ۱۴ سرطان ۱۴۰۳ – وزیر دیدار کرد.", "2024-07-04", Dateline.Evidence.heading),
      ("هرات\n۱۵ میزان ۱۴۰۲\nزمین لرزید.", "2023-10-07", .heading),
      ("تهران (۲۲ بهمن ۱۴۰۲): راه‌پیمایی شد.", "2024-02-11", .heading),
      ("وزیر امروز پنج‌شنبه ۱۴ سرطان ۱۴۰۳ به دوحه رفت.", "2024-07-04", .today),
      ("وزیر روز ۱۴ جولای ۲۰۱۵ به وین رفت و در آنجا با همتای خود دیدار کرد.", "2015-07-14", .lead),
      ("در ۷ اکتوبر ۲۰۰۱ جنگ شد. امروز ۲ می ۲۰۱۱ پایان یافت.", "2011-05-02", .today),
    ])
  func dateline(_ text: String, _ day: String, _ evidence: Dateline.Evidence) throws {
    let reading = try TimeReading.persian.get().read(SourceText(text))
    let dateline = try #require(try TimeReading.time.get().dateline(of: reading))
    #expect(dateline.date.description == day)
    #expect(dateline.evidence == evidence)
  }

  @Test(
    "No dateline is made of what is no full date",
    arguments: [
      "کابل، ۱۴ سرطان – وزیر دیدار کرد.", "امروز وزیر رفت.", "در سال ۱۴۰۳ خشک‌سالی بود.", "", "اواخر حمل ۱۴۰۲",
    ])
  func noDateline(_ text: String) throws {
    let reading = try TimeReading.persian.get().read(SourceText(text))
    #expect(try TimeReading.time.get().dateline(of: reading) == nil)
  }

  @Test("Spans lead back to the source's own characters")
  func evidence() throws {
    let found = try TimeReading("او روز دو شنبه، ١٤ سرطان ١٤٠٣ رفت", anchor: nil)
    #expect(found.sourceWords(0) == "روز دو شنبه، ١٤ سرطان ١٤٠٣")
    #expect(found.reading.codePoints(ofWords: found.expressions[0].words) == 3..<29)
  }
}
