import Coding
import Testing

/// Who speaks, by name, by office and by pronoun.
@Suite struct SpeakerTests {
  /// The speakers of the statements, in order, each by the name of its entity.
  private func speakers(_ text: String) throws -> [String] {
    let text = try CodedText(text)
    return text.record.statements.map { text.entity($0.speaker)?.name ?? "-" }
  }

  // MARK: Names in no list

  @Test(
    arguments: [
      "محمدرضا گلستانی گفت که راه باز است.",
      "محمدرضا گلستانی مدیر راه‌های استان گفت: راه باز است.",
      "محمدرضا گلستانی، مدیر راه‌های استان، گفت: راه باز است.",
      "«محمدرضا گلستانی» در گفت‌وگو با خبرنگاران گفت: راه باز است.",
      "دکتر محمدرضا گلستانی در پاسخ به پرسشی گفت: راه باز است.",
      "به گزارش خبرنگار ما از کرمان، محمدرضا گلستانی امروز در نشست شورا گفت: راه باز است.",
      "به گزارش خبرنگار ما از کرمان محمدرضا گلستانی در نشست شورا گفت: راه باز است.",
      "مدیر راه‌های استان، محمدرضا گلستانی، گفت: راه باز است.",
      "در این نشست محمدرضا گلستانی گفت: راه باز است.",
      "محمدرضا گلستانی این خبر را تکذیب کرد و گفت: راه باز است.",
      "محمدرضا گلستانی با بیان اینکه برف آب شده است، افزود: راه باز است.",
    ])
  func `a name in no list is who speaks`(text: String) throws {
    #expect(try speakers(text).last == "محمدرضا گلستانی")
  }

  @Test(arguments: ["انجنیر نجیب‌الله ساحل", "مولوی عبدالحق همکار"])
  func `an Afghan form of address is no part of the name`(name: String) throws {
    let found = try speakers("\(name) به خبرنگاران گفت که بند آب ترمیم شده است.")
    #expect(found == [name.split(separator: " ").dropFirst().joined(separator: " ")])
  }

  @Test func `what a speaker is takes the country with it`() throws {
    let text = try CodedText("جیمز کروگر کارشناس آمریکایی گفت که قیمت نفت بالا می‌رود.")
    #expect(text.countries(text.record.statements.compactMap(\.speaker)) == ["USA"])
  }

  // MARK: One speaker under several names

  @Test func `an office in the lead is the person named after it`() throws {
    #expect(
      try speakers(
        """
        مدیر راه‌های استان کرمان گفت: راه باز است.
        محمدرضا گلستانی افزود: برف آب شده است.
        """) == ["محمدرضا گلستانی", "محمدرضا گلستانی"])
  }

  @Test func `«یک مقام» in the lead is whoever is named after it`() throws {
    #expect(
      try speakers(
        """
        یک مقام ایرانی گفت: راه باز است.
        محمدرضا گلستانی مدیر راه‌های استان کرمان افزود: برف آب شده است.
        """) == ["محمدرضا گلستانی", "محمدرضا گلستانی"])
  }

  @Test func `who spoke in a relative clause is not meant by the next pronoun`() throws {
    #expect(
      try speakers(
        """
        محمدرضا گلستانی گفت: راهی که جیمز کروگر گفته است بسته می‌ماند، باز است.
        وی افزود: برف آب شده است.
        """
      ).last == "محمدرضا گلستانی")
  }

  @Test func `between the subject and its verb other clauses may stand`() throws {
    #expect(
      try speakers("محمدرضا گلستانی درباره نامه‌ای که وزارت راه ترکیه فرستاده بود گفت که راه باز است.").last
        == "محمدرضا گلستانی")
  }

  @Test func `whose claim «مبنی بر اینکه» tells stands before it`() throws {
    let text = try CodedText("محمدرضا گلستانی ادعای ترکیه مبنی بر اینکه راه بسته است را رد کرد.")
    #expect(text.record.statements.map { text.entity($0.speaker)?.name } == ["ترکیه"])
  }

  @Test func `another office of the one who speaks is the same person`() throws {
    #expect(
      try speakers(
        """
        محمدرضا گلستانی گفت: راه باز است.
        مدیر راه‌های استان کرمان افزود: برف آب شده است.
        """) == ["محمدرضا گلستانی", "محمدرضا گلستانی"])
  }

  @Test func `an office with «نیز» is somebody else`() throws {
    #expect(
      try speakers(
        """
        محمدرضا گلستانی گفت: راه باز است.
        مدیر راه‌های استان کرمان نیز گفت: برف آب شده است.
        """
      ).last != "محمدرضا گلستانی")
  }

  @Test func `an office of another country is somebody else`() throws {
    #expect(
      try speakers(
        """
        جیمز کروگر کارشناس آمریکایی گفت: راه باز است.
        وزیر راه ترکیه گفت: برف آب شده است.
        """
      ).last == "وزیر راه ترکیه")
  }

  @Test(arguments: ["گلستانی", "وی", "او", "این مدیر", "آقای گلستانی", "وی همچنین", "این مقام مسئول"])
  func `who spoke before is meant by a surname or a pronoun`(words: String) throws {
    #expect(
      try speakers(
        """
        محمدرضا گلستانی مدیر راه‌های استان گفت: راه باز است.
        \(words) افزود: برف آب شده است.
        """) == ["محمدرضا گلستانی", "محمدرضا گلستانی"])
  }

  @Test func `a pronoun means who speaks, not who is spoken of`() throws {
    #expect(
      try speakers(
        """
        محمدرضا گلستانی مدیر راه‌های استان گفت: جیمز کروگر به ما نامه نوشته است.
        وی افزود: برف آب شده است.
        """
      ).last == "محمدرضا گلستانی")
  }

  @Test func `a verb of speech without a subject is said by who spoke before`() throws {
    #expect(
      try speakers(
        """
        محمدرضا گلستانی مدیر راه‌های استان گفت: راه باز است.
        در ادامه افزود: برف آب شده است.
        """) == ["محمدرضا گلستانی", "محمدرضا گلستانی"])
  }

  @Test func `a surname before a colon in the headline is the person named later`() throws {
    #expect(
      try speakers(
        """
        گلستانی: راه تا فردا باز می‌شود
        محمدرضا گلستانی گفت: برف آب شده است.
        """) == ["محمدرضا گلستانی", "محمدرضا گلستانی"])
  }

  // MARK: Media and documents

  @Test func `«این روزنامه» is the paper quoted before`() throws {
    #expect(
      try speakers(
        """
        روزنامه «بامداد نو» نوشت که گفت‌وگوها پنهانی بوده است.
        این روزنامه افزود: هیئت‌ها به خانه برگشته‌اند.
        بر اساس این گزارش، نشست دیگری برگزار می‌شود.
        """) == ["بامداد نو", "بامداد نو", "بامداد نو"])
  }

  @Test func `the report's own outlet is no speaker`() throws {
    #expect(
      try speakers("خبرگزاری فارس: به گزارش خبرنگار ما، راه باز است و برف آب شده است.").isEmpty)
  }

  @Test func `what is written in a statement is said by whose it is`() throws {
    #expect(try speakers("در بیانیه وزارت دفاع ترکیه آمده است: مرز بسته می‌ماند.") == ["وزارت دفاع ترکیه"])
  }

  // MARK: What is said

  @Test func `what is announced with «از» is said without a clause`() throws {
    let text = try CodedText("وزیر نفت عراق از آغاز صادرات نفت از میدان تازه خبر داد.")
    #expect(text.record.statements.map { text.words($0.span) } == ["آغاز صادرات نفت از میدان تازه"])
  }

  @Test func `a word put in quotation marks with «خواند» is said`() throws {
    let text = try CodedText("وزیر خارجه لبنان این پیشنهاد را «گامی نادرست» خواند.")
    #expect(text.record.statements.map { text.words($0.span) } == ["گامی نادرست"])
  }

  @Test func `speech goes on over the end of a line in the first person`() throws {
    let text = try CodedText(
      "محمدرضا گلستانی گفت: راه باز است.\nما امیدواریم که برف زودتر آب شود.\nباران در تهران بارید.")
    #expect(
      text.record.statements.map { text.words($0.span) } == ["راه باز است.\nما امیدواریم که برف زودتر آب شود."])
  }

  @Test func `a quotation goes on over paragraphs to its closing mark`() throws {
    let text = try CodedText("محمدرضا گلستانی گفت: «راه باز است.\nبرف در دره آب شده است.» مردم رفتند.")
    #expect(text.record.statements.map { text.words($0.span) } == ["راه باز است.\nبرف در دره آب شده است."])
    #expect(text.result.warnings.isEmpty)
  }

  @Test func `«خواستن» without whom is a wish, no request`() throws {
    let text = try CodedText("وزیر راه ترکیه گفت: «ما می‌خواهیم که راه‌های تازه ساخته شود.»")
    #expect(text.record.statements.map(\.act) == ["say"])
  }
}
