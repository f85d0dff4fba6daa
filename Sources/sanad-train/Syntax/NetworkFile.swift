import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Keeps a network between two runs of the trainer; not the format of the model.
enum NetworkFile {
  static func write(_ network: SyntaxNetwork, to path: String) throws(Problem) {
    var content = Data()
    for matrix in matrices(network) {
      content.append(UnsafeBufferPointer(start: matrix.values, count: matrix.count))
      withExtendedLifetime(matrix) {}
    }
    do { try content.write(to: URL(fileURLWithPath: path)) } catch {
      throw Problem(.notWritable, at: InputPlace(file: path), "\(error)")
    }
  }

  /// Fills `network` with the content of `path`; `false` where there is no such file, or one of other sizes.
  static func read(_ path: String, into network: SyntaxNetwork) -> Bool {
    let matrices = matrices(network)
    guard let content = FileManager.default.contents(atPath: path),
      content.count == matrices.reduce(0, { $0 + $1.count * 4 })
    else { return false }
    content.withUnsafeBytes { bytes in
      var offset = 0
      for matrix in matrices {
        for index in 0..<matrix.count {
          matrix.values[index] = bytes.loadUnaligned(fromByteOffset: offset, as: Float.self)
          offset += 4
        }
      }
    }
    return true
  }

  private static func matrices(_ network: SyntaxNetwork) -> [Matrix] {
    (network.trainsWords ? [] : [network.words.value]) + network.parameters.map(\.value)
  }
}
