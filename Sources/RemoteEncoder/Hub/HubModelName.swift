/// What somebody calls a model that a hub publishes: `ORG/NAME`, or `ORG/NAME@REVISION`.
package struct HubModelName: Hashable, Sendable, CustomStringConvertible {
  private static let longestPart = 96

  /// The repository, such as `BAAI/bge-m3`; a few old ones have no organisation.
  package let repository: String
  /// A branch, a tag or a commit; `main` where none was named.
  package let revision: String

  /// Reads a name as typed.
  /// - Throws: `HubError.badName` that says what a name looks like.
  package init(_ text: String) throws(HubError) {
    guard !text.contains("://") else {
      throw .badName(text, reason: "name the model without the hub's address, as ORG/NAME")
    }
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let steps = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(steps.count), steps.allSatisfy(Self.isPlain) else {
      throw .badName(
        text, reason: "expected ORG/NAME of letters, digits, dots, hyphens and underscores, perhaps @REVISION"
      )
    }
    let revision = parts.count == 2 ? String(parts[1]) : "main"
    guard !revision.isEmpty, revision.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
      throw .badName(text, reason: "after @ comes a branch, a tag or a commit")
    }
    repository = String(parts[0])
    self.revision = revision
  }

  /// Whether a part of a name is what hubs allow: nothing that an address or a path would read as something else.
  private static func isPlain(_ part: Substring) -> Bool {
    let isKnown = part.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isKnown && !part.isEmpty && part.utf8.count <= longestPart && !part.hasPrefix(".")
      && !part.hasPrefix("-") && !part.contains("..")
  }

  package var description: String { revision == "main" ? repository : repository + "@" + revision }
}
