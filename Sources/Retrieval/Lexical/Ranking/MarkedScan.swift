internal import CKernels

/// The best items of a query without scoring most others: in small windows every posting leaves a bound of what it adds
/// on its item, a byte in the first-level cache, and only items whose bounds add up to more than the worst of the best
/// so far are scored.
///
/// Scores have the bits that `LexicalScan` gives them: the same terms are added in the same order. All items with a
/// term are counted on the way, so no posting is skipped.
///
/// Source: Turtle and Flood, "Query evaluation: strategies and optimizations", 1995, for bounds by term; here they
/// take the occurrences of each posting into account.
struct MarkedScan: Sendable {
  private struct Term: Sendable {
    let lists: PostingLists
    let list: PostingList
    let weight: Float
    let scale: Float
    /// The factors that no item's exceed.
    let most: [SharedArray<Float>]
  }

  private let terms: [Term]
  private let ceilings: ScoreCeilings
  private let formula: BM25F

  /// Prepares a query, or returns `nil` where bounds say little: a word that is being typed stands for many terms.
  init?(_ scan: LexicalScan) {
    guard scan.formula.isOrdinary, scan.query.terms.allSatisfy({ $0.alternatives.count == 1 }) else {
      return nil
    }
    let weights = scan.query.terms.map { scan.weight(of: $0) }
    guard let ceilings = ScoreCeilings(weights: weights) else { return nil }
    self.ceilings = ceilings
    formula = scan.formula
    terms = scan.query.terms.indices.map { [formula] index in
      let term = scan.query.terms[index]
      let lists = term.phrase ?? scan.postings
      let list = lists.list(of: term.alternatives[0].term)
      return Term(
        lists: lists, list: list, weight: weights[index], scale: ceilings.scales[index],
        most: list.surplus.isEmpty ? formula.factors.most : formula.factors.endless)
    }
  }

  /// How many items small windows have, the first ones fewer: until there is a threshold, all are scored.
  private static let spans = (first: UInt32(2048), most: UInt32(32_768))

  /// The best items of a window, and how many eligible ones have a score; without items that score less than `floor`
  /// says others do.
  /// - Complexity: O(postings of the query's terms in the window + items / 64).
  func top(
    _ depth: Int, in window: LexicalScan.Window, on board: inout ScoreBoard, within eligible: ItemSet?,
    floor: SharedFloor
  ) -> (best: BestItems, matched: Int) {
    board.fitMarks(Int(Self.spans.most))
    var best = BestItems(depth: depth)
    var matched = 0
    var rests = terms.map { term in
      if window.first == 0 { return term.list.range }
      return term.lists.lowerBound(of: window.first, in: term.list.range)..<term.list.range.upperBound
    }
    var parts = rests
    let end = window.first + window.span
    var (first, span) = (window.first, Self.spans.first)
    while first < end {
      let part = LexicalScan.Window(first: first, span: min(span, end - first))
      for (index, term) in terms.enumerated() {
        parts[index] = rests[index].prefix(mark(term, rests[index], in: part, on: &board))
        rests[index] = parts[index].upperBound..<rests[index].upperBound
      }
      floor.raise(to: best.threshold)
      let least = ceilings.least(above: max(best.threshold, floor.score.nextDown))
      let count = list(part, from: &board, within: eligible, least: least, matched: &matched)
      if count > 0 {
        for (index, term) in terms.enumerated() where !parts[index].isEmpty {
          add(term, parts[index], in: part, listed: count, on: &board)
        }
        take(count, from: first, of: &board, into: &best)
      }
      first += part.span
      span = min(2 * span, Self.spans.most)
    }
    return (best, matched)
  }

  /// Leaves the bounds of a term's postings on the window's items; returns how many postings those are.
  private func mark(
    _ term: Term, _ range: Range<Int>, in window: LexicalScan.Window, on board: inout ScoreBoard
  ) -> Int {
    let ceiling = assay_ceiling(k1: formula.k1, scale: term.scale)
    return term.lists.withKernelPostings(range, of: term.list, factors: term.most) {
      assay_bm25_mark($0, window.kernel, ceiling, &board.marks)
    }
  }

  /// Lists the items whose marks reach `least` and takes all marks away.
  private func list(
    _ window: LexicalScan.Window, from board: inout ScoreBoard, within eligible: ItemSet?, least: UInt8,
    matched: inout Int
  ) -> Int {
    guard let eligible else {
      return assay_bm25_marked(&board.marks, window.kernel, nil, least, &board.listed, &matched)
    }
    return eligible.words.withUnsafeBufferPointer {
      assay_bm25_marked(&board.marks, window.kernel, $0.baseAddress, least, &board.listed, &matched)
    }
  }

  /// Adds a term's scores to those of the listed items.
  private func add(
    _ term: Term, _ range: Range<Int>, in window: LexicalScan.Window, listed count: Int,
    on board: inout ScoreBoard
  ) {
    guard term.list.surplus.isEmpty else { return addLarge(term, in: window, listed: count, on: &board) }
    term.lists.withKernelPostings(range, of: term.list, factors: formula.factors.groups) {
      assay_bm25_add_listed(
        $0, window.kernel, board.listed, count, formula.k1, term.weight, &board.listedScores)
    }
  }

  /// The same for a term of which some occurrences do not fit into a byte.
  private func addLarge(
    _ term: Term, in window: LexicalScan.Window, listed count: Int, on board: inout ScoreBoard
  ) {
    for index in 0..<count {
      let item = window.first + board.listed[index]
      guard let posting = term.lists.posting(of: item, in: term.list) else { continue }
      let occurrences = term.lists.occurrences(at: posting, in: term.list)
      board.listedScores[index] += formula.score(
        formula.frequency(occurrences, item: item), weight: term.weight)
    }
  }

  /// Takes the scores of the listed items.
  private func take(
    _ count: Int, from first: UInt32, of board: inout ScoreBoard, into best: inout BestItems
  ) {
    board.listed.withUnsafeBufferPointer { listed in
      board.listedScores.withUnsafeMutableBufferPointer { scores in
        for index in 0..<count {
          if scores[index] > best.threshold {
            best.add(ordinal: first + listed[index], score: scores[index])
          }
          scores[index] = 0
        }
      }
    }
  }
}
