/// Where a judgment comes from.
///
/// Implicit judgments are derived from what many people did, not from anybody's decision: they are never counted
/// together with the others unless somebody asks for them by name.
package enum JudgmentSource: Hashable, Sendable {
  /// A person who decided in this program.
  case human
  /// A judgment file, by its name or format.
  case imported(String)
  /// A log of clicks or orders, by the name of the derivation.
  case implicit(String)

  /// Whether nobody decided this.
  package var isImplicit: Bool {
    if case .implicit = self { true } else { false }
  }

  /// The kind alone: `human`, `imported` or `implicit`.
  package var kind: String {
    switch self {
    case .human: "human"
    case .imported: "imported"
    case .implicit: "implicit"
    }
  }

  /// Whether `name` means this source: its kind, or kind and name as in `imported:esci`.
  package func answers(to name: OpaqueName) -> Bool {
    name == OpaqueName(kind) || name == OpaqueName(description)
  }
}

extension JudgmentSource: CustomStringConvertible {
  /// The kind, and the name after a colon; `init(_:)` reads it back.
  package var description: String {
    switch self {
    case .human: kind
    case .imported(let name), .implicit(let name): kind + ":" + name
    }
  }

  /// Reads the text that `description` writes; `nil` for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count) {
    case ("human", 1): self = .human
    case ("imported", 2): self = .imported(parts[1])
    case ("implicit", 2): self = .implicit(parts[1])
    default: return nil
    }
  }
}
