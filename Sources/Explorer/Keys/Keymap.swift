package import TerminalUI

/// Keys as data: the one table that dispatch, help, hints and the README's key table come from.
package struct Keymap: Hashable, Sendable {
  /// What a run of keys means so far.
  package enum Match: Hashable, Sendable {
    case binding(Binding)
    /// The beginning of a longer sequence, such as `g` of `gg`.
    case prefix
    case none
  }

  /// In the order in which the help shows them.
  package let bindings: [Binding]
  private let index: [KeyContext: [[Key]: Binding]]
  private let prefixes: [KeyContext: Set<[Key]>]

  /// Makes a keymap; where two bindings claim the same keys in the same place, the first one wins.
  package init(_ bindings: [Binding]) {
    var index: [KeyContext: [[Key]: Binding]] = [:]
    var prefixes: [KeyContext: Set<[Key]>] = [:]
    for binding in bindings {
      for context in binding.contexts {
        for keys in binding.keys {
          index[context, default: [:]][keys] = index[context]?[keys] ?? binding
          for length in 1..<max(1, keys.count) {
            prefixes[context, default: []].insert(Array(keys.prefix(length)))
          }
        }
      }
    }
    self.bindings = bindings
    self.index = index
    self.prefixes = prefixes
  }

  /// What `keys`, pressed one after the other, mean in a place.
  package func match(_ keys: [Key], in context: KeyContext) -> Match {
    if let binding = index[context]?[keys] { return .binding(binding) }
    return prefixes[context]?.contains(keys) == true ? .prefix : .none
  }

  /// The bindings that are valid in a place, in order.
  package func bindings(in context: KeyContext) -> [Binding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  /// The whole keymap as a Markdown table.
  package var markdown: String {
    let rows = bindings.map { binding in
      let places =
        binding.contexts == KeyContext.allCases
        ? "everywhere" : binding.contexts.filter { $0 != .tooSmall }.map(\.name).joined(separator: ", ")
      return "| `\(binding.label)` | \(places) | \(binding.help) | `\(binding.name)` |"
    }
    return (["| keys | where | what it does | action |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n") + "\n"
  }
}
