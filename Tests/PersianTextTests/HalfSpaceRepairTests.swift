import DataFiles
import PersianText
import Testing

@Suite("Half-spaces")
struct HalfSpaceRepairTests {
  @Test(
    "are restored where words ran together",
    arguments: [
      ("وزیر خارجه میگوید مذاکرات ادامه دارد.", "وزیر خارجه می|گوید مذاکرات ادامه دارد."),
      ("آنان پیشنهاد را نمیپذیرند.", "آنان پیشنهاد را نمی|پذیرند."),
      ("خانههای روستا ویران شدهاند.", "خانه|های روستا ویران شده|اند."),
      ("رئیسجمهور به همسایهها هشدار داد.", "رئیس|جمهور به همسایه|ها هشدار داد."),
      ("نخستوزیر گفتوگوی بینالمللی را مهمترین راه دانست.", "نخست|وزیر گفت|وگوی بین|المللی را مهم|ترین راه دانست."),
    ])
  func joined(_ text: String, _ expected: String) throws {
    #expect(try repaired(text) == expected)
  }

  @Test(
    "are restored where they became spaces",
    arguments: [
      ("وزیر می گوید نیرو ها آماده اند.", "وزیر می|گوید نیرو|ها آماده|اند."),
      ("گروه های مسلح از دره ها رفته اند.", "گروه|های مسلح از دره|ها رفته|اند."),
      ("او نمی تواند به خانه اش برود.", "او نمی|تواند به خانه|اش برود."),
    ])
  func torn(_ text: String, _ expected: String) throws {
    #expect(try repaired(text) == expected)
  }

  @Test(
    "are restored where another sign stands for them",
    arguments: ["\u{AC}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{200C}\u{200C}", "\u{200D}\u{200C}"])
  func otherSigns(_ sign: String) throws {
    #expect(try repaired("آنها می\(sign)روند") == "آنها می|روند")
  }

  @Test("are restored one by one where only some were lost")
  func someLost() throws {
    #expect(
      try repaired("نیرو\u{200C}های مرزی میگویند راهها بسته شدهاند.") == "نیرو|های مرزی می|گویند راه|ها بسته شده|اند.")
  }

  @Test("are put into Afghan words as into Iranian ones")
  func afghanSpelling() throws {
    #expect(try repaired("شاروالی هرات میگوید سرکها پاککاری میشوند.").contains("می|گوید سرک|ها"))
    #expect(try repaired("پولیس میگوید مهاجمان گریختهاند.") == "پولیس می|گوید مهاجمان گریخته|اند.")
  }

  @Test(
    "are not put into words that only look alike",
    arguments: [
      "میدان شهر پر از مردم بود.", "تنها میهمان او از اصفهان آمد.", "چهار میلیون تن گندم وارد شد.",
      "نهادهای مدنی در انتها بیانیه دادند.", "او میراث پدر را در دهان مردم انداخت.", "می در جام ریخت.",
      "سخنرانی ترزا می امروز پخش شد.",
    ])
  func lookAlikes(_ text: String) throws {
    #expect(try repaired(text) == text)
  }

  @Test(
    "that stand rightly are left alone",
    arguments: [
      "او می‌گوید خانه‌های روستا ویران شده‌اند.", "گفت‌وگوهای دو کشور در نیمه‌شب پایان یافت.",
      "نمی‌دانم چه کسی این کتاب‌ها را آورده است.",
    ])
  func rightText(_ text: String) throws {
    #expect(try repaired(text) == visible(text))
  }

  @Test("do not depend on what was read before")
  func noMemory() throws {
    let texts = ["او میرود.", "خانه های ما", "می رود", "کتابها و کتاب ها", "میرود و نمی آید"]
    let reader = try PersianReader(data: .embedded)
    let alone = try texts.map { try repaired($0) }
    for text in texts.reversed() { _ = reader.read(SourceText(text)) }
    let after = texts.map { visible(String(decoding: reader.repaired(SourceText($0)).bytes, as: UTF8.self)) }
    #expect(after == alone)
  }

  @Test("are the same however many threads share a reader")
  func manyThreads() async throws {
    let reader = try Shared.reader.get()
    let text = SourceText("نیروهای مرزی میگویند راه ها بسته شدهاند و کسی نمی رود.")
    let expected = reader.repaired(text).bytes
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<32 { group.addTask { reader.repaired(text).bytes } }
      for await bytes in group { #expect(bytes == expected) }
    }
  }

  @Test("do not depend on the same two words read before in the other order")
  func orderOfWords() throws {
    let reader = try PersianReader(data: .embedded)
    for verb in ["شود", "کند", "گویند", "رود", "خواهد", "دهد", "آید", "کنند"] {
      _ = reader.repaired(SourceText("اگر \(verb) می آید"))
      let bytes = reader.repaired(SourceText("او می \(verb) و")).bytes
      #expect(visible(String(decoding: bytes, as: UTF8.self)) == "او می|\(verb) و")
    }
  }

  @Test("that others near it have kept tell that a line lost none")
  func linesAround() throws {
    let kept = String(repeating: "او می\u{200C}گوید خانه\u{200C}ها را دیده\u{200C}اند.\n", count: 5)
    #expect(try repaired("کتابها") == "کتاب|ها")
    #expect(try repaired(kept + "کتابها") == visible(kept) + "کتابها")
  }

  @Test("never make one of two words where nothing else was torn", arguments: ["دولت گویان", "میوه مندی", "هم وطنان"])
  func loneCompound(_ text: String) throws {
    #expect(try repaired(text) == text)
  }

  @Test(
    "are put before or after a «ه» by what follows",
    arguments: [
      ("این طرح زمینهای برای همکاری است.", "این طرح زمینه|ای برای همکاری است."),
      ("او نامهای به وزیر نوشت.", "او نامه|ای به وزیر نوشت."),
      ("زمینهای کشاورزی خشک شد.", "زمین|های کشاورزی خشک شد."),
    ])
  func rivals(_ text: String, _ expected: String) throws {
    #expect(try repaired(text) == expected)
  }

  @Test("are put in line by line as in the whole text")
  func linesAgree() throws {
    let reader = try Shared.reader.get()
    var repairer = reader.lineRepairer()
    let lines = ["او میگوید: برو!", "خانه های ما", "", "ك ي ٤٥", "می‌رود 👩‍👩‍👧", "سالها و کتاب ها"]
    var output: [UInt8] = []
    var text = ""
    for number in 0..<4_000 {
      let line = lines[number * number % 7 % lines.count]
      try repairer.take(Array(line.utf8)[...])
      if repairer.isFull { repairer.write(to: &output) }
      text += line + "\n"
    }
    #expect(!output.isEmpty)
    repairer.write(to: &output)
    #expect(output == reader.repaired(SourceText(text)).bytes)
  }

  @Test("of a damaged model are never guessed: it is refused")
  func damagedModel() throws {
    let features = try BoundaryFeatures(data: .embedded)
    guard let file = DataBundle.embedded.files.first(where: { $0.path == "models/half-space.bin" }) else {
      Issue.record("the model is not in the bundle")
      return
    }
    var bytes = file.bytes.withBytes { Array($0) }
    #expect(throws: Never.self) { _ = try HalfSpaceRepair(modelBytes: bytes, features: features) }
    bytes[bytes.count / 2] ^= 1
    #expect(throws: (any Error).self) { _ = try HalfSpaceRepair(modelBytes: bytes, features: features) }
    #expect(throws: (any Error).self) { _ = try HalfSpaceRepair(modelBytes: [], features: features) }
    #expect(throws: (any Error).self) {
      _ = try HalfSpaceRepair(modelBytes: Array(bytes.prefix(100)), features: features)
    }
  }
}
