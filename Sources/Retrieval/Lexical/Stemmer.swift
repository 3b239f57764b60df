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

  /// The stem of a folded word; the word itself when memory runs out.
  func stem(_ word: String) -> String {
    let bytes = Array(word.utf8)
    guard let stem = sb_stemmer_stem(handle, bytes, Int32(bytes.count)) else { return word }
    let length = Int(sb_stemmer_length(handle))
    return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
  }
}
