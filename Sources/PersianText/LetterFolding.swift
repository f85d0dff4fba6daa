/// One normal form of letters for reading: what looks or means the same to a Persian reader becomes one code point.
///
/// Kept as they are: hamza forms (أ ؤ ئ ۀ), harakat and the writer's digits of the Latin row, since they can carry
/// meaning or style; ``WordKey`` folds those too, for looking words up.
package enum LetterFolding {
  /// What becomes of a code point.
  enum Outcome: Equatable {
    case keep
    case replace(UInt32)
    /// Several letters take its place.
    case expand([UInt32])
    /// Not part of the text: bidi and other control characters.
    case drop
    /// A space of some other width.
    case space
    /// A half-space, or a character that stands for one where it is between two letters.
    case halfSpace
    /// The stroke that stretches a word.
    case tatweel
    /// A mark that may be one letter with the letter before it.
    case compose
  }

  /// What becomes of the code point `value`.
  static func outcome(for value: UInt32) -> Outcome {
    switch value {
    case 0x09, 0x0A, 0x20...0x7E: .keep
    case 0x0B, 0x0C: .space
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0xAC, 0xAD, 0x200B...0x200D, 0xFEFF: .halfSpace
    case 0x640: .tatweel
    case 0x653...0x655: .compose
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F: .drop
    case 0x2028, 0x2029, 0x85: .replace(0x0A)
    case 0x00...0x1F, 0x7F...0x9F: .drop
    case 0x649, 0x64A, 0x6D0, 0x6D2: .replace(0x6CC)  // ى ي ې ے → ی
    case 0x643, 0x6AA: .replace(0x6A9)  // ك ڪ → ک
    case 0x629, 0x6BE, 0x6C1, 0x6D5: .replace(0x647)  // ة ھ ہ ە → ه
    case 0x6C2, 0x6D3: .replace(value == 0x6C2 ? 0x6C0 : 0x626)
    case 0x671: .replace(0x627)  // ٱ → ا
    case 0x660...0x669: .replace(value - 0x660 + 0x6F0)  // Arabic-Indic to Persian digits
    case 0xFDF2: .expand([0x627, 0x644, 0x644, 0x647])  // ﷲ → الله
    case 0xFB50...0xFEFC: presentationForm(value)
    default: .keep
    }
  }

  private static func presentationForm(_ value: UInt32) -> Outcome {
    guard let letters = PresentationForms.letters(of: value) else { return .keep }
    if let second = letters.second { return .expand([letters.first, second]) }
    return .replace(letters.first)
  }

  // MARK: Folding

  /// Whether each code point from U+0600 to U+06FF is kept, as bits: most bytes of a Persian text are decided by them.
  private static let kept: SIMD4<UInt64> = {
    var masks = SIMD4<UInt64>()
    for value in 0..<256 where outcome(for: 0x600 + UInt32(value)) == .keep {
      masks[value >> 6] |= 1 << UInt64(value & 63)
    }
    return masks
  }()

  /// Folds `bytes`, valid UTF-8, and tells `sink` in order what becomes of each stretch of them.
  @inline(__always)
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some FoldingSink) {
    let kept = kept
    var index = 0
    var copied = 0  // start of the run that is copied unchanged
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 { index += 1; continue }
      } else if byte & 0xFC == 0xD8 {
        let low = byte & 1 == 0 ? kept.x : kept.y
        let high = byte & 1 == 0 ? kept.z : kept.w
        if (byte & 2 == 0 ? low : high) >> UInt64(bytes[index + 1] & 0x3F) & 1 != 0 { index += 2; continue }
      }
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      let outcome = outcome(for: value)
      if outcome == .keep { index += length; continue }
      sink.copy(copied..<index)
      index += apply(outcome, to: value, length, at: index, in: bytes, &sink)
      copied = index
    }
    sink.copy(copied..<bytes.count)
  }

  /// Tells `sink` what becomes of the code point at `index`.
  ///
  /// - Returns: The number of bytes that are done with.
  private static func apply(
    _ outcome: Outcome, to value: UInt32, _ length: Int, at index: Int, in bytes: UnsafeBufferPointer<UInt8>,
    _ sink: inout some FoldingSink
  ) -> Int {
    switch outcome {
    case .keep: sink.copy(index..<index + length)
    case .drop: sink.drop(length)
    case .replace(let letter): sink.put(letter, for: length)
    case .expand(let letters): sink.put(letters, for: length)
    case .space: sink.put(0x20, for: length)
    case .compose:
      let (before, _) = neighbours(of: index..<index + length, in: bytes)
      if let letter = composition(of: value, after: before) {
        sink.replaceLastLetter(by: letter, for: length)
      } else {
        sink.copy(index..<index + length)
      }
    case .tatweel: return applyTatweel(at: index, in: bytes, &sink)
    case .halfSpace: return applyHalfSpace(value, length, at: index, in: bytes, &sink)
    }
    return length
  }

  /// A run of tatweel: beside a letter it only stretches the line, alone it is written for a dash.
  private static func applyTatweel(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ sink: inout some FoldingSink
  ) -> Int {
    var end = index
    while end < bytes.count, UTF8Scalars.scalar(at: end, in: bytes).value == 0x640 { end += 2 }
    let (before, after) = neighbours(of: index..<end, in: bytes)
    if CodePoint.isPersianLetter(before) || CodePoint.isPersianLetter(after) {
      sink.drop(end - index)
    } else {
      sink.copy(index..<end)
    }
    return end - index
  }

  /// The code points on both sides of a range; a space at the ends of the text.
  private static func neighbours(
    of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (before: UInt32, after: UInt32) {
    (
      range.lowerBound > 0 ? UTF8Scalars.scalar(before: range.lowerBound, in: bytes).value : 0x20,
      range.upperBound < bytes.count ? UTF8Scalars.scalar(at: range.upperBound, in: bytes).value : 0x20
    )
  }

  /// A run of half-spaces and of what is written for them: one half-space between two letters, else nothing.
  private static func applyHalfSpace(
    _ value: UInt32, _ length: Int, at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ sink: inout some FoldingSink
  ) -> Int {
    var end = index + length
    var hasHalfSpace = value == CodePoint.halfSpace
    while end < bytes.count, case let next = UTF8Scalars.scalar(at: end, in: bytes),
      self.outcome(for: next.value) == .halfSpace
    {
      hasHalfSpace = hasHalfSpace || next.value == CodePoint.halfSpace
      end += next.length
    }
    let (before, after) = neighbours(of: index..<end, in: bytes)
    let isBetween =
      CodePoint.isPersianLetter(before) && CodePoint.isPersianLetter(after)
      || hasHalfSpace && isWordPart(before) && isWordPart(after)
    if isBetween {
      if end - index == 3, value == CodePoint.halfSpace {
        sink.copy(index..<end)
      } else {
        sink.put(CodePoint.halfSpace, for: end - index)
      }
      return end - index
    }
    // An emoji of several parts keeps its joiners, and a logician his sign of negation. The whole run is done with, or a
    // long one would be looked at again from each of its signs.
    let isJoiner = value == 0x200D && end == index + length && isSymbol(before) && isSymbol(after)
    var place = index
    while place < end {
      let (sign, size) = UTF8Scalars.scalar(at: place, in: bytes)
      if isJoiner || sign == 0xAC { sink.copy(place..<place + size) } else { sink.drop(size) }
      place += size
    }
    return end - index
  }

  private static func isWordPart(_ value: UInt32) -> Bool { CodePoint.isLetter(value) || CodePoint.isDigit(value) }

  private static func isSymbol(_ value: UInt32) -> Bool { value >= 0x2190 && !CodePoint.isPersianLetter(value) }

  /// The letter that a letter and a mark after it are, where there is one code point for both (Unicode's canonical
  /// compositions of Arabic letters).
  private static func composition(of mark: UInt32, after letter: UInt32) -> UInt32? {
    switch (letter, mark) {
    case (0x627, 0x653): 0x622
    case (0x627, 0x654): 0x623
    case (0x627, 0x655): 0x625
    case (0x648, 0x654): 0x624
    case (0x6CC, 0x654), (0x64A, 0x654), (0x649, 0x654): 0x626
    default: nil
    }
  }

  /// The folded view of a source, with its alignment.
  package static func fold(_ source: SourceText) -> (bytes: [UInt8], alignment: Alignment) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var sink = AligningSink(source: bytes)
      fold(bytes, into: &sink)
      return (sink.view, sink.alignment)
    }
  }
}
