internal import Glibc

/// Texts as C wants them, alive as long as the value that owns them.
final class CStrings {
  private let owned: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) {
    owned = texts.map { strdup($0) }
  }

  deinit {
    for text in owned { free(text) }
  }

  /// Calls `body` with the addresses of the texts.
  func withPointers<Result>(_ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    owned.map { $0.map { UnsafePointer($0) } }.withUnsafeBufferPointer(body)
  }
}
