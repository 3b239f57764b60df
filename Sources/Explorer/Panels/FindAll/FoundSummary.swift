internal import Relevance
internal import Retrieval
internal import TerminalUI

/// What is known about the cut: how many items, how many of them relevant, how much was found, whether one can stop.
struct FoundSummary {
  private let state: ExplorerState
  private let found: ScoredCatalogue
  private let assessment: FoundAssessment

  /// `nil` while nothing is scored.
  init?(_ state: ExplorerState) {
    guard let found = state.findAll.found, let assessment = state.findAll.assessment else { return nil }
    self.state = state
    self.found = found
    self.assessment = assessment
  }

  func draw(on screen: inout Screen, in area: Rect) {
    let columns = area.columns - 2
    var lines = [Segments.fitting(count, columns: columns)]
    if area.rows >= 3 { lines.append(Segments.fitting(recall, columns: columns)) }
    lines.append(Segments.fitting(advice(below: lines), columns: columns))
    for (row, line) in lines.prefix(area.rows).enumerated() {
      line.draw(on: &screen, column: area.column + 1, row: area.row + row, maxColumns: columns)
    }
  }

  private var estimate: FoundEstimate { assessment.estimate }
  private let notation = ShareNotation.brief

  private var count: [Segments] {
    let muted = Style(.muted)
    var above = Segments(
      "≥ \(Numerals.score(Double(state.findAll.threshold)))", Style(.accent, bold: true))
    above.add("  \(Numerals.grouped(state.findAll.cut))", Style(.plain, bold: true))
    above.add(" of \(Numerals.grouped(found.items.count)) above")
    var pieces = [above]
    if let precision = estimate.precision {
      var share = Segments("precision ", muted)
      let isCounted = estimate.above.judged == estimate.above.items
      share.add(isCounted ? notation.known(precision.share) : notation.nearest(precision.share))
      share.add(isCounted ? " counted" : " " + notation.interval(precision.interval), muted)
      pieces.append(share)
    }
    pieces.append(
      Segments(
        "\(Numerals.grouped(estimate.above.judged)) judged, \(estimate.above.relevant) relevant", muted))
    if state.relevantLevel != state.bench.scale.lowest + 1 {
      pieces.append(Segments("relevant from grade \(state.relevantLevel)", muted))
    }
    if found.items.named > 0 {
      pieces.append(Segments("\(found.items.named) named by the query", muted))
    }
    if assessment.absent > 0 {
      pieces.append(
        Segments("not here: \(Numerals.counted(assessment.absent, "judged item"))", Style(.warning)))
    }
    return pieces
  }

  private var recall: [Segments] {
    let muted = Style(.muted)
    guard let recall = estimate.recall, let interval = estimate.recallInterval else {
      return [Segments(basisWords, muted), sampleWords].filter { $0.columns > 0 }
    }
    let isCounted = estimate.basis == .complete
    var found = Segments(isCounted ? "recall " : "recall ≈ ", muted)
    found.add(isCounted ? notation.known(recall) : notation.nearest(recall), Style(.plain, bold: true))
    found.add(isCounted ? " counted" : " " + notation.interval(interval), muted)
    var pieces = [found]
    if assessment.isUnfinished { pieces.append(Segments("not final: \(assessment.progress)")) }
    if let above = side(estimate.above), let below = side(estimate.below) {
      pieces.append(Segments("relevant: \(above) above, \(below) below", muted))
    }
    return pieces + [sampleWords].filter { $0.columns > 0 }
  }

  /// Why there is no estimate.
  private var basisWords: String {
    switch estimate.basis {
    case .nothing:
      if estimate.below.items == 0 { return "recall: nothing lies below the cut" }
      return "recall: no estimate yet, " + assessment.progress
    case .complete: return "recall: none of the items is relevant"
    case .sample:
      return "recall: no estimate, the sample has nothing relevant"
        + (assessment.isUnfinished ? "; " + assessment.progress : "")
    }
  }

  /// How large the sample is, where nothing else says it.
  private var sampleWords: Segments {
    guard estimate.basis != .complete, !assessment.isUnfinished, !found.isPreliminary else {
      return Segments()
    }
    var words = Segments("sample ", Style(.muted))
    words.add("\(assessment.decided)/\(assessment.asked)")
    words.add(" in \(Numerals.counted(assessment.rounds, "round"))", Style(.muted))
    return words
  }

  private func side(_ side: FoundEstimate.Side) -> String? {
    guard let estimate = side.estimate, let bounds = side.bounds else { return nil }
    let count = Numerals.grouped(Int(estimate.rounded()))
    guard bounds.lowerBound < bounds.upperBound else { return count }
    return "≈ \(count) [\(Numerals.grouped(bounds.lowerBound))–\(Numerals.grouped(bounds.upperBound))]"
  }

  /// The suggestion below lines that may give its reason already.
  private func advice(below lines: [Segments]) -> [Segments] {
    let words = FoundAdvice(assessment, in: notation)
    let isSaid = lines.contains { line in line.parts.contains { $0.text.contains(words.reason) } }
    return [Segments(words.verdict, Style(words.ink, bold: true))]
      + [isSaid ? "" : words.reason, words.next].filter { !$0.isEmpty }.map { Segments($0, Style(.muted)) }
  }
}

/// The stop suggestion in words, with its reason and what would help.
struct FoundAdvice {
  let verdict: String
  let reason: String
  /// The key that helps, or nothing.
  let next: String
  let ink: Ink

  init(_ assessment: FoundAssessment, in notation: ShareNotation) {
    let advice = assessment.advice
    let words = advice.words(in: notation)
    if assessment.isUnfinished, assessment.decided > 0 || advice == .noBasis {
      // What a part of a sample says, whoever drew it hears when it is whole.
      verdict = assessment.rounds == 0 ? "can't tell" : "go on"
      reason = assessment.progress
      let rest = assessment.asked - assessment.decided
      next = rest == assessment.asked ? "s grades the sample" : "s grades the other \(rest)"
      ink = .plain
    } else {
      (verdict, reason) = words
      next = advice.wantsSample ? "D draws another round" : ""
      ink = advice.isReached() ? .up : words.verdict == "lower the threshold" ? .down : .plain
    }
  }
}

extension FoundAssessment {
  /// How much of the sample is decided about.
  fileprivate var progress: String { "\(decided) of the sample's \(Numerals.counted(asked, "item")) judged" }
}
