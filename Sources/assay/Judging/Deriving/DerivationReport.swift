internal import Relevance
internal import Storage
internal import TerminalUI

/// What was derived from a log of clicks, as it is printed.
struct DerivationReport: Encodable {
  /// One step of the curve of position bias.
  struct Position: Encodable {
    let rank: Int
    let impressions: Int
    let clicks: Int
    let clickRate: Double
    /// The rate of weighted acts, of the first rank's.
    let bias: Double
  }

  /// How often a grade is given and which ratios have it.
  struct Bin: Encodable {
    let grade: Int
    let name: String
    let count: Int
    /// The largest ratio in the bin; absent for the highest.
    let upTo: Double?
  }

  let file: String
  let lines: Int
  let outside: Int
  let problems: [String]
  let dates: [String]
  let scale: String
  let positions: [Position]
  let graded: Int
  let tooFewImpressions: Int
  let tooLittleExpected: Int
  let bins: [Bin]
  let withdrawn: Int
  let journal: String?

  init(
    _ reading: EngagementFile.Reading, _ grades: ImplicitGrades, file: String, withdrawn: Int = 0,
    journal: String? = nil
  ) {
    self.file = file
    self.withdrawn = withdrawn
    self.journal = journal
    lines = reading.lines
    outside = reading.outside
    problems = reading.problems.map(\.description)
    dates = reading.dates.map { [$0.lowerBound, $0.upperBound] } ?? []
    let curve = reading.log.positions
    let first = curve.first { $0.rate > 0 }?.rate ?? 1
    positions = curve.map {
      Position(
        rank: $0.rank, impressions: $0.impressions, clicks: $0.clicks, clickRate: $0.clickRate,
        bias: $0.rate / first)
    }
    graded = grades.entries.count
    tooFewImpressions = grades.tooFewImpressions
    tooLittleExpected = grades.tooLittleExpected
    let scale = grades.bins.scale
    self.scale = scale.id
    let counts = Dictionary(grades.entries.map { ($0.grade, 1) }, uniquingKeysWith: +)
    bins = scale.grades.map { grade in
      let step = grade - scale.lowest
      let end = step == 0 ? 0 : step <= grades.bins.cuts.count ? grades.bins.cuts[step - 1] : nil
      return Bin(grade: grade, name: scale.name(of: grade) ?? "", count: counts[grade] ?? 0, upTo: end)
    }
  }
}

extension DerivationReport {
  /// The report in words.
  func text(listing limit: Int) -> String {
    var rows = [
      "\(file): \(Numerals.counted(lines, "line"))"
        + (dates.isEmpty ? "" : ", \(dates.joined(separator: " … "))")
    ]
    if outside > 0 { rows.append("  \(outside) outside the time window") }
    if !problems.isEmpty {
      rows.append("  \(problems.count) that can't be used")
      rows += problems.prefix(limit).map { "    \($0)" }
      if problems.count > limit { rows.append("    … and \(problems.count - limit) more") }
    }
    rows.append("  position     shown   clicked    rate    bias")
    rows += positions.map { position in
      let bar = String(repeating: "█", count: Int((min(position.bias, 1) * 30).rounded(.up)))
      return "  \(String(position.rank).leftPadded(to: 8)) \(String(position.impressions).leftPadded(to: 9)) "
        + "\(String(position.clicks).leftPadded(to: 9))  \(position.clickRate.fixed(4))  \(position.bias.fixed(4)) \(bar)"
    }
    rows.append(
      "  \(Numerals.counted(graded, "item")) of queries graded on \(scale), by acts over expected acts")
    let width = bins.map(\.name.count).max() ?? 0
    rows += bins.reversed().map { bin in
      let end = bin.upTo.map { $0 == 0 ? "no acts" : "up to \($0.fixed(3))" } ?? "above"
      return
        "    \(bin.grade) \(bin.name.rightPadded(to: width))  \(String(bin.count).leftPadded(to: 7))  \(end)"
    }
    if tooFewImpressions > 0 { rows.append("  \(tooFewImpressions) shown too seldom, not graded") }
    if tooLittleExpected > 0 {
      rows.append("  \(tooLittleExpected) with too few acts to be expected, not graded")
    }
    if withdrawn > 0 { rows.append("  \(withdrawn) derived before and no longer, withdrawn") }
    if let journal { rows.append("  for \(journal)") }
    return rows.map { Diagnostics.spelledOut($0) + "\n" }.joined()
  }
}
