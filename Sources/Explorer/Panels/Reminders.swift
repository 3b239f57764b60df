internal import Relevance
internal import TerminalUI

/// Reminders from the keymap, as many as fit, in its order; the way to the whole list comes first.
///
/// Bindings with the same word are one reminder: `j/k move`.
struct Reminders {
  private(set) var segments = Segments()

  private static let gap = "  "

  /// Puts as many into so many columns as fit; a click on a key or on the word behind its keys does what it does.
  init(_ state: ExplorerState, columns: Int) {
    let bindings = state.keymap.bindings(in: state.context)
      .filter { $0.hint != nil && $0.command != .show(state.view) }
      .filter { !state.view.screen.reminders.contains($0.command) }
      .filter { $0.command != .complete || state.completedLine != nil }
      .filter { state.keymap.key(of: $0, in: state.context) != nil }
    var words: [String] = []
    for binding in bindings.filter(\.isGuide) + bindings {
      if let word = binding.hint, !words.contains(word) { words.append(word) }
    }
    for word in words {
      var longer = segments
      longer.join(
        Self.reminder(word, of: bindings.filter { $0.hint == word }, state), by: Self.gap)
      guard longer.columns <= columns else { break }
      segments = longer
    }
  }

  /// The keys of bindings with the same word, then the word, which belongs to the first of them.
  private static func reminder(_ word: String, of group: [Binding], _ state: ExplorerState) -> Segments {
    let clicks = group.map(click)
    var piece = Segments()
    for (place, binding) in group.enumerated() {
      if place > 0 { piece.add("/", Style(.accent), click: clicks[0]) }
      piece.add(key(of: binding, state), Style(.accent), click: clicks[place])
    }
    piece.add(" " + word, Style(.muted), click: clicks.first ?? nil)
    return piece
  }

  /// What a click on a reminder does; nothing for grades, of which it names no single one.
  private static func click(_ binding: Binding) -> Segments.Click? {
    binding.command == .grade ? nil : Segments.Click(binding)
  }

  private static func key(of binding: Binding, _ state: ExplorerState) -> String {
    let scale = state.bench.scale
    if binding.command == .grade { return "\(scale.lowest)-\(scale.highest)" }
    return state.keymap.key(of: binding, in: state.context) ?? ""
  }
}

extension Binding {
  /// Whether it leads to where all the other keys are.
  fileprivate var isGuide: Bool {
    [.help, .leaveQuery, .saveNote, .column(.accept), .column(.load)].contains(command)
  }
}
