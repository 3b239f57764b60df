package import Embeddings
import Relevance

/// Tokenizers with large vocabularies in the form from which they are made fastest, by the SHA-256 of their
/// `tokenizer.json` and the version of that form.
///
/// Never the reason that a tokenizer can't be opened: what is damaged is made again from the JSON, and what can't be
/// written is done without.
package struct TokenizerCache: Sendable {
  private static let suffix = ".tokenizer"

  private let folder: String
  private let capacity: Int
  private let least: Int

  /// Makes a cache.
  /// - Parameters:
  ///   - folder: where its files lie; made when something is kept.
  ///   - capacity: the most bytes it holds; the files used longest ago go first.
  ///   - least: the bytes of a `tokenizer.json` below which parsing it takes no time worth saving.
  package init(folder: String, capacity: Int = 256 << 20, least: Int = 1 << 20) {
    (self.folder, self.capacity, self.least) = (folder, capacity, least)
  }

  /// Where it is in a user's cache.
  package static func path(inCache cache: String) -> String { Path.join(cache, "assay/tokenizers") }

  /// Opens the tokenizer of a `tokenizer.json`.
  /// - Parameters:
  ///   - path: the file.
  ///   - sha256: its digest in lower-case hex where that is known already; else it is computed.
  ///   - log: told why the cache was of no use, which concerns nobody who waits for the tokenizer.
  /// - Returns: the same tokenizer, wherever it was taken from.
  /// - Throws: `EncoderError.malformedModel` when the file can't be read or asks for what Assay does not know.
  /// - Complexity: O(bytes).
  package func tokenizer(
    _ path: String, sha256: String? = nil, log: (String) -> Void
  ) throws(EncoderError) -> Tokenizer {
    if let sha256, let size = CachedFile(path)?.bytes, size >= least, let kept = read(sha256, log: log) {
      return kept
    }
    let json: [UInt8]
    do {
      json = try AtomicFile.read(path)
    } catch {
      throw .malformedModel(path: path, reason: "is missing or can't be read")
    }
    guard json.count >= least else { return try Tokenizer(json: json, path: path) }
    let digest = sha256 ?? SHA256.hexDigest(of: json)
    if sha256 == nil, let kept = read(digest, log: log) { return kept }
    let tokenizer = try Tokenizer(json: json, path: path)
    write(tokenizer, digest, log: log)
    return tokenizer
  }

  private func entry(_ digest: String) -> String {
    Path.join(folder, "\(digest)-\(Tokenizer.serializedVersion)\(Self.suffix)")
  }

  private func read(_ digest: String, log: (String) -> Void) -> Tokenizer? {
    let path = entry(digest)
    guard let bytes = try? AtomicFile.read(path) else { return nil }
    do {
      let tokenizer = try Tokenizer(serialized: bytes, path: path)
      CachedFile.touch(path)
      return tokenizer
    } catch {
      log("\(error); made again")
      return nil
    }
  }

  private func write(_ tokenizer: Tokenizer, _ digest: String, log: (String) -> Void) {
    let path = entry(digest)
    do {
      try Folder.create(folder)
      try AtomicFile.write(tokenizer.serialized(), to: path)
      CachedFile.makeRoom(
        among: CachedFile.all(in: folder, suffix: Self.suffix), capacity: capacity, keeping: path
      ) { (try? Folder.remove($0.path)) != nil }
    } catch {
      log("the tokenizer is not kept for the next time: \(error)")
    }
  }
}
