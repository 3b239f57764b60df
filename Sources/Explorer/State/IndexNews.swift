/// What has become of the index since it was opened.
package enum IndexNews: Hashable, Sendable {
  /// Another build took its place; the one that is open stays usable.
  case rebuilt
  /// The catalogue was changed and not indexed again; the command does that.
  case catalogueChanged(command: String)

  /// The sentence of the status line; `key` is what reloads.
  func sentence(key: String) -> String {
    switch self {
    case .rebuilt: "newer index: \(key) opens it"
    case .catalogueChanged(let command): "catalogue changed since indexed: \(command)"
    }
  }
}
