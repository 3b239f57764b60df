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
        for keys in binding.keys(in: context) {
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

  /// What the key of a command is called that does it in a place, or of one that does it elsewhere; the command's words
  /// for the palette where it has none.
  package func key(of command: Command, in context: KeyContext) -> String {
    let candidates = bindings.filter { $0.command == command }
    let sequence =
      candidates.lazy.compactMap { keys(of: $0, in: context) }.first
      ?? candidates.lazy.compactMap(\.keys.first).first
    return sequence?.map(\.label).joined() ?? ":\(candidates.first?.name ?? "")"
  }

  /// What the key of a binding is called that triggers it in a place; `nil` when none does.
  func key(of binding: Binding, in context: KeyContext) -> String? {
    keys(of: binding, in: context)?.map(\.label).joined()
  }

  /// The first keys of a binding that mean it in a place, where another may come before it.
  private func keys(of binding: Binding, in context: KeyContext) -> [Key]? {
    guard binding.contexts.contains(context) else { return nil }
    return binding.keys(in: context).first { match($0, in: context) == .binding(binding) }
  }

  /// What may follow keys that are the beginning of a sequence, in the keymap's order.
  package func continuations(of prefix: [Key], in context: KeyContext) -> [(key: String, binding: Binding)] {
    bindings(in: context).flatMap { binding in
      binding.keys(in: context).filter { $0.count > prefix.count && $0.starts(with: prefix) }
        .map { ($0.dropFirst(prefix.count).map(\.label).joined(), binding) }
    }
  }

  /// The whole keymap as a Markdown table: a row for each combination of places, in the order of its first key; the
  /// keys that edit a line are one entry.
  package var markdown: String {
    let edits = bindings.filter(\.isEdit)
    var entries: [(places: String, texts: [String])] = []
    for binding in bindings where !binding.isEdit || binding == edits.first {
      let places = Self.places(binding.contexts)
      let text = binding.isEdit ? Self.editing(edits) : "`\(binding.label)` \(binding.help)"
      if let row = entries.firstIndex(where: { $0.places == places }) {
        entries[row].texts.append(text)
      } else {
        entries.append((places, [text]))
      }
    }
    let rows = entries.map { "| \($0.places) | \($0.texts.joined(separator: " · ")) |" }
    return (["| where | keys |", "|---|---|"] + rows).joined(separator: "\n") + "\n"
  }

  private static func editing(_ edits: [Binding]) -> String {
    let keys = edits.flatMap(\.keys).map { $0.map(\.label).joined() }.joined(separator: " ")
    return "`\(keys)` edit the line, as in a shell"
  }

  private static func places(_ contexts: [KeyContext]) -> String {
    if contexts == KeyContext.allCases { return "everywhere" }
    // Lines and lists that open above a view share a row: each has few keys.
    if contexts.allSatisfy(\.opensAbove) { return "lines, lists and the picture above a view" }
    var places = contexts.filter { $0 != .tooSmall }
    let isEverywhere = KeyContext.views.count > 1 && KeyContext.views.allSatisfy(places.contains)
    if isEverywhere { places.removeAll { KeyContext.views.contains($0) } }
    return ((isEverywhere ? ["every view"] : []) + places.map(\.name)).joined(separator: ", ")
  }
}

extension Binding {
  /// Whether it edits the line that has the focus.
  fileprivate var isEdit: Bool {
    if case .edit = command { true } else { false }
  }
}
