import PersianText

/// Raw text with its half-spaces, as counts and examples in folds: whole blocks of sentences, so that what is learned
/// about one fold never comes from it.
struct SpacingCorpus {
  static let foldCount = 5
  /// Neighbouring lines are often of one report, whose words and habits are not to be learned and tried at once.
  private static let blockLength = 250

  /// A place of a word type or of a pair of words, and what stood there.
  struct Example {
    var first: [UInt16]
    /// The second word of a pair; `nil` for a place inside `first`.
    var second: [UInt16]?
    /// Letters of `first` before the place inside it.
    var offset = 0
    var fold: Int
    /// The text it is from, whose style it has.
    var style: Int
    var yes: Float = 0
    var no: Float = 0
  }

  private(set) var lines: [[UInt8]] = []
  private(set) var styles: [Int] = []
  private var style = 0
  private(set) var examples: [Example] = []
  private var exampleNumbers: [UInt64: Int] = [:]
  private var keyNumbers: [UInt64: Int] = [:]
  private var foldCounts: [Int32] = []

  /// The lines of a fold, stretch by stretch of `length` at most, each of one style.
  func stretches(ofFold fold: Int, length: Int) -> [[[UInt8]]] {
    var found: [[[UInt8]]] = []
    var last: Int?
    for number in lines.indices where self.fold(ofLine: number) == fold {
      if let last, last == number - 1, styles[last] == styles[number], found[found.count - 1].count < length {
        found[found.count - 1].append(lines[number])
      } else {
        found.append([lines[number]])
      }
      last = number
    }
    return found
  }

  func fold(ofLine line: Int) -> Int { line / Self.blockLength % Self.foldCount }

  /// Adds a line of folded text in a style.
  mutating func add(_ line: [UInt8], style: Int) {
    let fold = fold(ofLine: lines.count)
    self.style = style
    styles.append(style)
    lines.append(line)
    var last: Token?
    for token in tokens(of: line) {
      count(token, fold)
      addExamples(inside: token, fold)
      addPairs(inside: token, fold)
      if let last, token.followsSpace { addPairs(last, token, fold) }
      last = token
    }
  }

  // MARK: Counts

  /// How often `key` was seen outside the fold or folds left out.
  func count(_ key: UInt64, without first: Int?, and second: Int?) -> Int {
    guard let number = keyNumbers[key] else { return 0 }
    var total = 0
    for fold in 0..<Self.foldCount where fold != first && fold != second {
      total += Int(foldCounts[number * Self.foldCount + fold])
    }
    return total
  }

  /// All keys with their counts outside one fold, ordered by key.
  func allCounts(without fold: Int?) -> [(key: UInt64, bucket: Int)] {
    var all: [(key: UInt64, bucket: Int)] = []
    for key in keyNumbers.keys.sorted() {
      let bucket = HalfSpaceModelFile.bucket(count(key, without: fold, and: nil))
      if bucket > 0 { all.append((key, bucket)) }
    }
    return all
  }

  private mutating func seeInStyle(_ key: UInt64, _ fold: Int) {
    see(key, fold)
    see(BoundaryKey.inStyle(style, key), fold)
  }

  private mutating func see(_ key: UInt64, _ fold: Int) {
    let number = keyNumbers[key] ?? keyNumbers.count
    if number == keyNumbers.count {
      keyNumbers[key] = number
      foldCounts += [Int32](repeating: 0, count: Self.foldCount)
    }
    foldCounts[number * Self.foldCount + fold] += 1
  }

  private mutating func count(_ token: Token, _ fold: Int) {
    let all = Self.number(token.joined)
    see(BoundaryKey.whole(all), fold)
    if token.parts.count == 1 { seeInStyle(BoundaryKey.free(all), fold) }
    var offset = 0
    for (index, part) in token.parts.enumerated() where token.parts.count > 1 {
      let number = Self.number(part)
      offset += part.count
      if index > 0 {
        see(BoundaryKey.right(number), fold)
        seeInStyle(BoundaryKey.joinedPair(Self.number(token.parts[index - 1]), number), fold)
      }
      if index + 1 < token.parts.count {
        see(BoundaryKey.left(number), fold)
        seeInStyle(BoundaryKey.split(all, offset), fold)
      }
    }
  }

  // MARK: Examples

  private mutating func addExamples(inside token: Token, _ fold: Int) {
    var ends: Set<Int> = []
    var end = 0
    for part in token.parts.dropLast() {
      end += part.count
      ends.insert(end)
    }
    addExamples(inside: token.joined, at: ends, fold, 1)
    // Half-spaces that stand, or became spaces: what is left between them is right as it is.
    guard token.parts.count > 1 else { return }
    for part in token.parts { addExamples(inside: part, at: [], fold, 0.5) }
    // One of several lost.
    for index in 0..<token.parts.count - 1 where token.parts.count > 2 {
      addExamples(
        inside: token.parts[index] + token.parts[index + 1], at: [token.parts[index].count], fold, 0.3)
    }
  }

  private mutating func addExamples(inside word: [UInt16], at ends: Set<Int>, _ fold: Int, _ weight: Float) {
    guard word.count <= BoundaryLetters.longest else { return }
    for offset in stride(from: 1, to: word.count, by: 1) {
      let key = BoundaryKey.mix(
        BoundaryKey.mix(Self.number(word), UInt64(offset)), UInt64(fold * HouseStyle.count + style))
      add(Example(first: word, offset: offset, fold: fold, style: style), key, ends.contains(offset), weight)
    }
  }

  private mutating func addPairs(_ first: Token, _ second: Token, _ fold: Int) {
    addPair(first.parts[first.parts.count - 1], second.parts[0], fold, isJoined: false, 1)
    let pair = BoundaryKey.spacedPair(
      Self.number(first.parts[first.parts.count - 1]), Self.number(second.parts[0]))
    seeInStyle(pair, fold)
    if first.parts.count > 1 || second.parts.count > 1 {
      addPair(first.joined, second.joined, fold, isJoined: false, 0.5)
    }
  }

  private mutating func addPairs(inside token: Token, _ fold: Int) {
    for index in stride(from: 1, to: token.parts.count, by: 1) {
      addPair(token.parts[index - 1], token.parts[index], fold, isJoined: true, 1)
    }
  }

  private mutating func addPair(
    _ first: [UInt16], _ second: [UInt16], _ fold: Int, isJoined: Bool, _ weight: Float
  ) {
    let numbers = BoundaryKey.joinedPair(Self.number(first), Self.number(second))
    add(
      Example(first: first, second: second, fold: fold, style: style),
      BoundaryKey.mix(numbers, UInt64(fold * HouseStyle.count + style)), isJoined, weight)
  }

  private mutating func add(_ example: Example, _ key: UInt64, _ isYes: Bool, _ weight: Float) {
    let number = exampleNumbers[key] ?? examples.count
    if number == examples.count {
      exampleNumbers[key] = number
      examples.append(example)
    }
    if isYes { examples[number].yes += weight } else { examples[number].no += weight }
  }

  /// The style features of a line, each once.
  static func styleFeatures(of line: [UInt8]) -> Set<UInt32> {
    line.withUnsafeBufferPointer { bytes in
      var found: Set<UInt32> = []
      var scanner = AtomScanner(bytes)
      var letters = BoundaryLetters()
      while let (range, _) = scanner.next() {
        guard letters.read(UnsafeBufferPointer(rebasing: bytes[range])) else { continue }
        found.insert(letters.letters.withUnsafeBufferPointer { BoundaryFeatures.styleFeature(ofWord: $0) })
      }
      for mark in 0..<StyleMark.count where scanner.marks.contains(StyleMark(rawValue: 1 << mark)) {
        found.insert(BoundaryFeatures.styleFeature(ofMark: mark))
      }
      return found
    }
  }

  // MARK: Tokens

  /// A written word: parts with half-spaces between them.
  private struct Token {
    var parts: [[UInt16]]
    var followsSpace: Bool
    var joined: [UInt16] { Array(parts.joined()) }
  }

  private func tokens(of line: [UInt8]) -> [Token] {
    line.withUnsafeBufferPointer { bytes in
      var tokens: [Token] = []
      var scanner = AtomScanner(bytes)
      var letters = BoundaryLetters()
      var lastEnd: Int?
      while let (range, _) = scanner.next() {
        guard letters.read(UnsafeBufferPointer(rebasing: bytes[range])), !letters.letters.isEmpty else {
          lastEnd = nil
          continue
        }
        let gap = lastEnd.map { $0..<range.lowerBound }
        if let gap, gap.count == 3, scanner.isHalfSpace(at: gap.lowerBound) {
          tokens[tokens.count - 1].parts.append(letters.letters)
        } else {
          let isSpace = gap.map { $0.count == 1 && bytes[$0.lowerBound] == 0x20 } ?? false
          tokens.append(Token(parts: [letters.letters], followsSpace: isSpace))
        }
        lastEnd = range.upperBound
      }
      return tokens
    }
  }

  static func number(_ letters: [UInt16]) -> UInt64 {
    letters.withUnsafeBufferPointer { BoundaryKey.word($0, 0, $0.count) }
  }
}
