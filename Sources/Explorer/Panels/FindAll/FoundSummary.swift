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
    let lines = area.rows >= 3 ? [count, recall, advice] : [count, advice]
    for (row, pieces) in lines.prefix(area.rows).enumerated() {
      Segments.fitting(pieces, columns: area.columns - 2)
        .draw(on: &screen, column: area.column + 1, row: area.row + row, maxColumns: area.columns - 2)
    }
  }

  private var estimate: FoundEstimate { assessment.estimate }

  private var count: [Segments] {
    let muted = Style(.muted)
    var above = Segments(
      "≥ \(Numerals.score(Double(state.findAll.threshold)))", Style(.accent, bold: true))
    above.add("  \(Numerals.grouped(state.findAll.cut))", Style(.plain, bold: true))
    above.add(" of \(Numerals.grouped(found.items.count)) above")
    var pieces = [above]
    if let precision = estimate.precision {
      var share = Segments("precision ", muted)
      share.add(number(precision.share))
      share.add(
        estimate.above.judged == estimate.above.items
          ? " counted" : " " + Self.words(precision.interval), muted)
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
      pieces.append(Segments("\(assessment.absent) judged items are not here", Style(.warning)))
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
    found.add(number(recall), Style(.plain, bold: true))
    found.add(isCounted ? " counted" : " " + Self.words(interval), muted)
    var pieces = [found]
    if let above = side(estimate.above), let below = side(estimate.below) {
      pieces.append(Segments("relevant: \(above) above, \(below) below", muted))
    }
    return pieces + [sampleWords].filter { $0.columns > 0 }
  }

  /// Why there is no estimate.
  private var basisWords: String {
    switch estimate.basis {
    case .nothing:
      let below = estimate.below
      if below.items == 0 { return "recall: nothing lies below the cut" }
      return below.judged == 0
        ? "recall: no estimate, nothing below is judged"
        : "recall: no estimate, \(below.judged) of \(Numerals.grouped(below.items)) below are judged, not by chance"
    case .complete: return "recall: none of the items is relevant"
    case .sample: return "recall: no estimate, the sample has nothing relevant"
    }
  }

  private var sampleWords: Segments {
    guard estimate.basis != .complete, !found.isPreliminary else { return Segments() }
    let asked = state.findAll.sampled.count
    var words = Segments("sample ", Style(.muted))
    words.add("\(assessment.decided)/\(asked)")
    if assessment.rounds > 0 {
      words.add(" in \(assessment.rounds) round\(assessment.rounds == 1 ? "" : "s")", Style(.muted))
    }
    return words
  }

  private func side(_ side: FoundEstimate.Side) -> String? {
    guard let estimate = side.estimate, let bounds = side.bounds else { return nil }
    let count = Numerals.grouped(Int(estimate.rounded()))
    guard bounds.lowerBound < bounds.upperBound else { return count }
    return "≈ \(count) [\(Numerals.grouped(bounds.lowerBound))–\(Numerals.grouped(bounds.upperBound))]"
  }

  private var advice: [Segments] {
    let words = FoundAdvice(
      assessment.advice, sample: (assessment.decided, state.findAll.sampled.count))
    return [
      Segments(words.verdict, Style(words.ink, bold: true)), Segments(words.reason, Style(.muted)),
    ]
  }

  private func number(_ share: Double) -> String { Numerals.fraction(share, decimals: 2) }

  /// An interval as `[.71, .92]`.
  static func words(_ interval: Interval) -> String {
    "[\(Numerals.fraction(interval.low, decimals: 2)), \(Numerals.fraction(interval.high, decimals: 2))]"
  }
}

/// The stop suggestion in words, with its reason and what would help.
struct FoundAdvice {
  let verdict: String
  let reason: String
  let ink: Ink

  init(_ advice: StopAdvice, sample: (decided: Int, asked: Int)) {
    let words = advice.words()
    let next =
      sample.decided < sample.asked
      ? "s grades \(sample.asked - sample.decided) more" : "D draws another round"
    verdict = words.verdict
    reason = words.reason + (advice.wantsSample ? "; \(next)" : "")
    ink = advice.isReached() ? .up : words.verdict == "lower the threshold" ? .down : .plain
  }
}
