/// What one configuration costs and loses.
struct RecallRow: Encodable {
  let configuration: String
  /// Bytes that one vector takes.
  let bytes: Int
  /// With float32 at the configuration's own length.
  let sameLength: Overlap
  /// With float32 at the full length.
  let fullLength: Overlap
  /// The mean nDCG@10 of the judged queries; `nil` without judgments.
  let ndcg: Double?

  /// A table for people.
  static func table(_ rows: [RecallRow]) -> String {
    let width = (rows.map(\.configuration.count).max() ?? 0) + 2
    let heading =
      "".rightPadded(to: width) + "bytes a".leftPadded(to: 9) + "same length".leftPadded(to: 18)
      + "full length".leftPadded(to: 18)
    let header =
      "configuration".rightPadded(to: width)
      + (["vector"] + ["@10", "@100", "@10", "@100", "nDCG@10"]).map { $0.leftPadded(to: 9) }.joined()
    let lines = rows.map { row in
      row.configuration.rightPadded(to: width)
        + (["\(row.bytes)"]
        + [row.sameLength.at10, row.sameLength.at100, row.fullLength.at10, row.fullLength.at100].map {
          $0.fixed(3)
        } + [row.ndcg.map { $0.fixed(4) } ?? "–"]).map { $0.leftPadded(to: 9) }.joined()
    }
    return ([heading, header] + lines).joined(separator: "\n") + "\n"
  }
}
