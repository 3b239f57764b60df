/// Something about a file that the person at the keyboard can mend.
///
/// Every case names the file; the description says what happened, where, and what to do.
package enum StorageError: Error, Hashable, Sendable {
  /// The file or folder is not there.
  case missing(path: String, remedy: String)
  /// The operating system refused; `reason` is its own word.
  case unreadable(path: String, reason: String)
  /// The operating system refused to write.
  case unwritable(path: String, reason: String)
  /// A line of a text file does not follow its format.
  case malformedLine(path: String, line: Int, reason: String)
  /// A file as a whole is not what it should be.
  case malformed(path: String, reason: String)
  /// Two artifacts that do not belong together, such as an index and an encoder.
  case mismatch(path: String, reason: String, remedy: String)
}

extension StorageError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path, let remedy): "\(path): not found; \(remedy)"
    case .unreadable(let path, let reason): "\(path): can't be read: \(reason)"
    case .unwritable(let path, let reason): "\(path): can't be written: \(reason)"
    case .malformedLine(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .malformed(let path, let reason): "\(path): \(reason)"
    case .mismatch(let path, let reason, let remedy): "\(path): \(reason); \(remedy)"
    }
  }
}
