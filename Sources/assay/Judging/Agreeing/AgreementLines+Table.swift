internal import Relevance

extension AgreementLines {
  /// The report as tables, with the first few queries and items.
  func table(listing limit: Int) -> String {
    var text = "scale \(scale), \(assessors.count) assessor\(assessors.count == 1 ? "" : "s"): "
    text += assessors.joined(separator: ", ") + "\n"
    text += Self.rows(
      ["", "items", "raw", "α nominal", "α ordinal", "α interval"],
      [Self.cells(overall, name: "all together")])
    if !pairs.isEmpty {
      text += "\n"
      text += Self.rows(
        ["two by two", "items", "raw", "κ", "κ linear", "κ quadratic", "bias"],
        pairs.map { pair in
          ["\(pair.first) · \(pair.second)", String(pair.items)]
            + [
              Self.number(pair.raw), Self.number(pair.kappa, pair.kappaIntervals["none"]),
              Self.number(pair.kappaLinear, pair.kappaIntervals["linear"]),
              Self.number(pair.kappaQuadratic, pair.kappaIntervals["quadratic"]), Self.number(pair.bias),
            ]
        })
    }
    if !queries.isEmpty {
      text += "\n"
      text += Self.rows(
        ["query, least agreed on first", "items", "raw", "α nominal", "α ordinal", "α interval"],
        queries.prefix(limit).map { Self.cells($0, name: $0.query ?? "") })
      text += Self.rest(of: queries.count, limit)
    }
    if !disagreements.isEmpty {
      text += "\n"
      text += Self.rows(
        ["query", "item", "apart"] + assessors,
        disagreements.prefix(limit).map { row in
          [row.query, row.item, String(row.spread)] + assessors.map { row.grades[$0].map(String.init) ?? "–" }
        }, leading: 2)
      text += Self.rest(of: disagreements.count, limit)
    }
    if !pairs.isEmpty {
      text +=
        "\nin brackets: \((100 * bootstrap.level).fixed(0)) % percentile bootstrap over items, "
        + "\(bootstrap.resamples) samples, seed \(bootstrap.seed)\n"
    }
    return text
  }

  private static func cells(_ group: Group, name: String) -> [String] {
    [name, String(group.items)]
      + [
        number(group.raw), number(group.alphaNominal, group.alphaIntervals?["nominal"]),
        number(group.alphaOrdinal, group.alphaIntervals?["ordinal"]),
        number(group.alphaInterval, group.alphaIntervals?["interval"]),
      ]
  }

  /// A value, and in brackets what other items would have made of it.
  private static func number(_ value: Double?, _ interval: Interval? = nil) -> String {
    (value.map { $0.fixed(3) } ?? "–") + (interval.map { " " + $0.text(2) } ?? "")
  }

  private static func rest(of count: Int, _ limit: Int) -> String {
    count > limit ? "  … and \(count - limit) more\n" : ""
  }

  /// Rows under heads: the first columns to the left, the others to the right.
  private static func rows(_ heads: [String], _ rows: [[String]], leading: Int = 1) -> String {
    let all = ([heads] + rows).map { $0.map(Diagnostics.spelledOut) }
    let widths = heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = zip(row, widths).enumerated().map { index, cell in
        index < leading ? cell.0.rightPadded(to: cell.1) : cell.0.leftPadded(to: cell.1)
      }
      return "  " + cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
