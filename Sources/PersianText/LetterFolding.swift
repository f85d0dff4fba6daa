/// One normal form of letters for reading: what looks or means the same to a Persian reader becomes one code point.
///
/// Kept as they are: hamza forms (أ ؤ ئ ۀ), harakat and the writer's digits of the Latin row, since they can carry
/// meaning or style; ``WordKey`` folds those too, for looking words up.
package enum LetterFolding {
  /// What becomes of a code point.
  enum Outcome: Equatable {
    case keep
    case replace(UInt32)
    case replaceByTwo(UInt32, UInt32)
    /// Not part of the text: tatweel, bidi and other control characters.
    case drop
    /// A space of some other width.
    case space
    /// A half-space, or a character that stands for one where it is between two letters.
    case halfSpace
  }

  /// What becomes of the code point `value`.
  static func outcome(for value: UInt32) -> Outcome {
    switch value {
    case 0x0A, 0x20...0x7E: .keep
    case 0x09, 0x0B, 0x0C: .space
    case 0x00...0x1F, 0x7F...0x9F: .drop
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0xAC, 0xAD, 0x200B...0x200D, 0xFEFF: .halfSpace
    case 0x640, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F: .drop
    case 0x2028, 0x2029, 0x85: .replace(0x0A)
    case 0x649, 0x64A, 0x6D0, 0x6D2: .replace(0x6CC)  // ى ي ې ے → ی
    case 0x643, 0x6AA: .replace(0x6A9)  // ك ڪ → ک
    case 0x629, 0x6BE, 0x6C1, 0x6D5: .replace(0x647)  // ة ھ ہ ە → ه
    case 0x6C2, 0x6D3: .replace(value == 0x6C2 ? 0x6C0 : 0x626)
    case 0x671: .replace(0x627)  // ٱ → ا
    case 0x660...0x669: .replace(value - 0x660 + 0x6F0)  // Arabic-Indic to Persian digits
    case 0xFDF2: .replaceByTwo(0x627, 0x644)
    case 0xFB50...0xFEFC: presentationForm(value)
    default: .keep
    }
  }

  private static func presentationForm(_ value: UInt32) -> Outcome {
    guard let letters = PresentationForms.letters(of: value) else { return .keep }
    if let second = letters.second { return .replaceByTwo(letters.first, second) }
    return .replace(letters.first)
  }

  /// The folded view of a source, with its alignment.
  package static func fold(_ source: SourceText) -> (bytes: [UInt8], alignment: Alignment) {
    var view: [UInt8] = []
    view.reserveCapacity(source.bytes.count)
    var alignment = Alignment()
    source.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      var copied = 0  // start of the run that is copied unchanged
      func flush(to end: Int) {
        view.append(contentsOf: bytes[copied..<end])
        alignment.appendCopy(end - copied)
      }
      while index < bytes.count {
        let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
        let outcome = outcome(for: value)
        if outcome == .keep { index += length; continue }
        flush(to: index)
        let before = view.count
        switch outcome {
        case .keep, .drop: break
        case .replace(let letter): UTF8Scalars.append(letter, to: &view)
        case .replaceByTwo(let first, let second):
          UTF8Scalars.append(first, to: &view)
          UTF8Scalars.append(second, to: &view)
        case .space: view.append(0x20)
        case .halfSpace:
          if isBetweenLetters(index, length, bytes) { UTF8Scalars.append(CodePoint.halfSpace, to: &view) }
        }
        let written = view.count - before
        if written == length {
          alignment.appendCopy(length)
        } else if written == 0 {
          alignment.appendDeletion(length)
        } else {
          alignment.appendReplacement(view: written, source: length)
        }
        index += length
        copied = index
      }
      flush(to: bytes.count)
    }
    return (view, alignment)
  }

  private static func isBetweenLetters(_ index: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index > 0, index + length < bytes.count else { return false }
    return CodePoint.isLetter(UTF8Scalars.scalar(before: index, in: bytes).value)
      && CodePoint.isLetter(UTF8Scalars.scalar(at: index + length, in: bytes).value)
  }
}
