/// What has become of the index since it was opened.
package enum IndexNews: Hashable, Sendable {
  /// Another build took its place; the one that is open stays usable.
  case rebuilt
  /// Bytes of a file of the index are not those that were written; the command makes it anew.
  case damaged(file: String, bytes: Range<Int>, finding: String, command: String)
  /// The catalogue was changed and not indexed again; the command does that.
  case catalogueChanged(command: String)

  /// Whether answers may be wrong.
  var isWarning: Bool {
    if case .damaged = self { true } else { false }
  }

  /// The sentence of the status line; `key` is what reloads.
  func sentence(key: String) -> String {
    switch self {
    case .rebuilt: "newer index: \(key) opens it"
    case .damaged(let file, let bytes, let finding, let command):
      "\(file) damaged in bytes \(bytes.lowerBound)–\(bytes.upperBound - 1), \(finding): \(command)"
    case .catalogueChanged(let command): "catalogue changed since indexed: \(command)"
    }
  }
}
