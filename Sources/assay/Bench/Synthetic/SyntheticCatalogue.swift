internal import Foundation
internal import Storage

/// Writes a made-up catalogue into a folder: `products.jsonl` and `queries.tsv`.
struct SyntheticCatalogue {
  let folder: String
  let count: Int
  let queryCount: Int
  let seed: UInt64
  let interruption: Interruption
  /// Told how many items there are so far, of how many.
  let progress: ProgressLine

  /// How many items one core makes between two looks at the interruption.
  private static let batch = 512
  private static let batchesAtOnce = 16

  /// Writes both files; nothing is replaced before it is complete.
  func write() throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw StorageError.unwritable(path: folder, reason: error.localizedDescription)
    }
    let products = SyntheticProducts(seed: seed)
    defer { progress.finish() }
    try writeItems(products)
    try writeQueries(products)
  }

  private func writeItems(_ products: SyntheticProducts) throws {
    let file = try OutputFile(folder + "/products.jsonl")
    for start in stride(from: 0, to: count, by: Self.batch * Self.batchesAtOnce) {
      guard !interruption.wasRequested else {
        throw CommandFailure("interrupted; nothing was written", code: .interrupted)
      }
      let end = min(start + Self.batch * Self.batchesAtOnce, count)
      let texts = Array(stride(from: start, to: end, by: Self.batch)).concurrentMap { first in
        (first..<min(first + Self.batch, end)).map { products.product($0).line(products.vocabulary) }.joined()
      }
      for text in texts { try file.write(text) }
      progress.advance(by: end - start)
    }
    try file.finish()
  }

  /// Repeated texts are left out, so that no query finds the answer of another in a cache.
  private func writeQueries(_ products: SyntheticProducts) throws {
    var seen: Set<String> = []
    var lines = ""
    for number in 0..<(4 * queryCount) where seen.count < queryCount {
      let text = products.query(number, count: count)
      guard seen.insert(text).inserted else { continue }
      lines += "q\(seen.count)\t\(text)\n"
    }
    try AtomicFile.write(Array(lines.utf8), to: folder + "/queries.tsv")
  }
}
