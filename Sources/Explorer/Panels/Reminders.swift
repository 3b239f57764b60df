internal import Relevance
internal import TerminalUI

/// Reminders from the keymap, as many as fit, in its order; the way to the whole list comes first.
///
/// Bindings with the same word are one reminder: `j/k move`.
struct Reminders {
  private(set) var segments = Segments()
  /// The cells of each key on the screen; those of the word behind the keys belong to the first of them.
  private var places: [(cells: Range<Int>, binding: Binding)] = []

  private static let gap = "  "

  /// Lays the reminders out from `column` on, in so many columns.
  init(_ state: ExplorerState, column: Int, columns: Int) {
    let bindings = state.keymap.bindings(in: state.context)
      .filter { $0.hint != nil && $0.command != .show(state.view) }
      .filter { !state.view.screen.reminders.contains($0.command) }
      .filter { $0.command != .complete || state.completedLine != nil }
    var words: [String] = []
    for binding in bindings.filter(\.isGuide) + bindings {
      if let word = binding.hint, !words.contains(word) { words.append(word) }
    }
    for word in words {
      let group = bindings.filter { $0.hint == word }
      let keys = group.map { Self.key(of: $0, state.bench.scale) }
      var piece = Segments(keys.joined(separator: "/"), Style(.accent))
      piece.add(" " + word, Style(.muted))
      var longer = segments
      longer.join(piece, by: Self.gap)
      guard longer.columns <= columns else { break }
      var start = column + longer.columns - piece.columns
      let whole = start..<column + longer.columns
      for (key, binding) in zip(keys, group) {
        let end = start + DisplayWidth.of(key)
        places.append((start..<end, binding))
        start = end + 1
      }
      group.first.map { places.append((whole, $0)) }
      segments = longer
    }
  }

  /// The binding whose key or word is at a column of the screen.
  func binding(at column: Int) -> Binding? {
    places.first { $0.cells.contains(column) }?.binding
  }

  private static func key(of binding: Binding, _ scale: Scale) -> String {
    if binding.command == .grade { return "\(scale.lowest)-\(scale.highest)" }
    return binding.keys.first?.map(\.label).joined() ?? ""
  }
}

extension Binding {
  /// Whether it leads to where all the other keys are.
  fileprivate var isGuide: Bool {
    [.help, .leaveQuery, .saveNote, .column(.accept), .column(.load)].contains(command)
  }
}
