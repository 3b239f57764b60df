/// What Git leaves in place of a large file that was not fetched: three lines of text.
///
/// Source: <https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md>.
struct LargeFilePointer: Hashable, Sendable {
  /// Bytes of the file it stands for, where it says so.
  let size: Int?

  private static let head = Array("version https://git-lfs".utf8)
  /// No pointer is larger.
  static let largest = 1024

  /// Recognises a pointer by its first bytes; `nil` for anything else.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= Self.largest, bytes.starts(with: Self.head) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    size = lines.first { $0.hasPrefix("size ") }.flatMap { Int($0.dropFirst(5)) }
  }

  /// The pointer at a path; `nil` when a real file lies there.
  static func read(_ path: String) throws(StorageError) -> LargeFilePointer? {
    let file = try OpenFile(path, for: .reading)
    guard try file.size() <= largest else { return nil }
    return LargeFilePointer(try file.read(largest, at: 0))
  }

  func error(_ path: String) -> StorageError {
    let what = size.map { "a Git LFS pointer to \($0) bytes" } ?? "a Git LFS pointer"
    return .malformed(
      path: path,
      reason:
        "\(what), not the file itself; run git lfs pull in its folder")
  }
}
