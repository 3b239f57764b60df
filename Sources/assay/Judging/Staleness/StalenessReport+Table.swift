internal import Relevance

extension StalenessReport {
  /// The report for people: counts, what the measures make of it, and the judgments that are concerned.
  var table: String {
    var text = JudgedItemState.allCases.map { "\(counts[$0.rawValue] ?? 0) \($0.rawValue)" }.joined(
      separator: ", ")
    text += "\n"
    for effect in effects {
      text +=
        "\(effect.measure)  \(effect.with.fixed(4)) with all (\(effect.queriesWith) queries)  "
        + "\(effect.without.fixed(4)) without the stale ones (\(effect.queriesWithout) queries)\n"
    }
    let cells = judgments.map { entry in
      [entry.state, entry.query, entry.item, String(entry.grade), entry.scale, entry.assessor, entry.time]
        .map(Diagnostics.spelledOut)
    }
    guard let first = cells.first else { return text }
    let widths = first.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    for row in cells {
      text += "\n" + zip(row, widths).map { $0.rightPadded(to: $1) }.joined(separator: "  ").trimmedEnd
    }
    return text + "\n"
  }
}

extension String {
  /// The text without the blanks at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
