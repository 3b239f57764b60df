import CStemmer

/// A Snowball stemmer of libstemmer.
///
/// Not safe to share between threads: every call overwrites the stemmer's buffer. Make one where it is used.
final class Stemmer {
  private let handle: OpaquePointer

  /// Makes a stemmer, or returns `nil` when libstemmer has no such algorithm.
  init?(algorithm: String) {
    guard let handle = sb_stemmer_new(algorithm, "UTF_8") else { return nil }
    self.handle = handle
  }

  deinit {
    sb_stemmer_delete(handle)
  }

  /// The stem of a folded word in UTF-8; the word itself when memory runs out or nothing is left of it.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let stem = sb_stemmer_stem(handle, word, Int32(word.count)) else { return word }
    let length = Int(sb_stemmer_length(handle))
    return length > 0 ? Array(UnsafeBufferPointer(start: stem, count: length)) : word
  }
}
