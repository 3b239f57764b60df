internal import CKernels

/// One query under one formula: scores the items of a window, term by term.
struct LexicalScan: Sendable {
  /// The index's postings.
  let postings: PostingLists
  let query: LexicalQuery
  let formula: BM25F
  /// How many postings the query's terms have together.
  let size: Int

  /// A run of items.
  struct Window: Sendable {
    let first: UInt32
    let span: UInt32

    var kernel: assay_window { assay_window(first: first, span: span) }
  }

  private enum Step {
    case add, best
  }

  /// Prepares a query.
  init(postings: PostingLists, query: LexicalQuery, formula: BM25F) {
    self.postings = postings
    self.query = query
    self.formula = formula
    size = query.terms.reduce(0) { sum, term in
      let lists = term.phrase ?? postings
      return sum + term.alternatives.reduce(0) { $0 + lists.frequency(of: $1.term) }
    }
  }

  /// Adds the scores of all terms to a board that is all 0.
  /// - Complexity: O(postings of the query's terms in the window).
  func score(_ window: Window, on board: inout ScoreBoard) {
    board.scores.withUnsafeMutableBufferPointer { scores in
      board.best.withUnsafeMutableBufferPointer { best in
        guard let scores = scores.baseAddress, let best = best.baseAddress else { return }
        for term in query.terms { score(term, in: window, scores: scores, best: best) }
      }
    }
  }

  /// Takes the scores off the board: hands over those of eligible items that are above a threshold, in rising order
  /// of ordinals unless the board is nearly empty, and leaves all at 0.
  ///
  /// `threshold` is asked again before each batch.
  ///
  /// - Returns: How many eligible items have a score.
  func take(
    _ window: Window, from board: inout ScoreBoard, within eligible: ItemSet?,
    threshold: (_ isAscending: Bool) -> Float,
    _ body: (_ batch: [(ordinal: UInt32, score: Float)]) -> Void
  ) -> Int {
    guard let eligible else {
      return take(window, from: &board, words: nil, threshold: threshold, body)
    }
    return eligible.words.withUnsafeBufferPointer {
      take(window, from: &board, words: $0.baseAddress, threshold: threshold, body)
    }
  }

  /// The weight of a term that stands for itself: the most that it adds to a score.
  func weight(of term: LexicalQuery.Term) -> Float {
    Float(Double(term.count) * term.alternatives[0].idf)
  }

  // MARK: - Scoring

  private func score(
    _ term: LexicalQuery.Term, in window: Window, scores: UnsafeMutablePointer<Float>,
    best: UnsafeMutablePointer<Float>
  ) {
    let lists = term.phrase ?? postings
    if term.alternatives.count == 1 {
      let list = lists.list(of: term.alternatives[0].term)
      apply(.add, list, of: lists, weight: weight(of: term), in: window, to: scores)
      return
    }
    for index in term.alternatives.indices {
      let list = lists.list(of: term.alternatives[index].term)
      apply(.best, list, of: lists, weight: Float(term.alternatives[index].idf), in: window, to: best)
    }
    if size > Int(window.span) / Self.sparsity {
      assay_bm25_drain_all(window.kernel, Float(term.count), best, scores)
      return
    }
    lists.items.withUnsafeBufferPointer { items in
      guard let items = items.baseAddress else { return }
      for index in term.alternatives.indices {
        let range = part(of: lists.range(of: term.alternatives[index].term), of: lists, in: window)
        assay_bm25_drain(
          items + range.lowerBound, range.count, window.kernel, Float(term.count), best, scores)
      }
    }
  }

  private func apply(
    _ step: Step, _ list: PostingList, of lists: PostingLists, weight: Float, in window: Window,
    to scores: UnsafeMutablePointer<Float>
  ) {
    var rest = part(of: list.range, of: lists, in: window)
    for entry in list.surplus {
      let posting = lists.surplusPosting(entry)
      guard rest.contains(posting) else { continue }
      apply(step, list, of: lists, rest.lowerBound..<posting, weight: weight, in: window, to: scores)
      applyLarge(step, posting, of: list, of: lists, weight: weight, in: window, to: scores)
      rest = posting + 1..<rest.upperBound
    }
    apply(step, list, of: lists, rest, weight: weight, in: window, to: scores)
  }

  private func apply(
    _ step: Step, _ list: PostingList, of lists: PostingLists, _ range: Range<Int>, weight: Float,
    in window: Window, to scores: UnsafeMutablePointer<Float>
  ) {
    if range.isEmpty { return }
    lists.withKernelPostings(range, of: list, factors: formula.factors.groups) { run in
      switch step {
      case .add: assay_bm25_add(run, window.kernel, formula.k1, weight, scores)
      case .best: assay_bm25_best(run, window.kernel, formula.k1, weight, scores)
      }
    }
  }

  /// Scores a posting with occurrences that do not fit into a byte.
  private func applyLarge(
    _ step: Step, _ posting: Int, of list: PostingList, of lists: PostingLists, weight: Float,
    in window: Window, to scores: UnsafeMutablePointer<Float>
  ) {
    let item = lists.items[posting]
    guard item >= window.first, item - window.first < window.span else { return }
    let occurrences = lists.occurrences(at: posting, in: list)
    let value = formula.score(formula.frequency(occurrences, item: item), weight: weight)
    let position = Int(item - window.first)
    switch step {
    case .add: scores[position] += value
    case .best: scores[position] = max(scores[position], value)
    }
  }

  /// The postings of a list that may be of items of the window; the kernels leave out what is not.
  private func part(of range: Range<Int>, of lists: PostingLists, in window: Window) -> Range<Int> {
    if range.count <= 32 || Int(window.span) == formula.items { return range }
    let start = lists.lowerBound(of: window.first, in: range)
    return start..<lists.lowerBound(of: window.first + window.span, in: start..<range.upperBound)
  }

  // MARK: - Taking

  /// A board with fewer postings for each item than this is emptied along the postings.
  private static let sparsity = 16

  private func take(
    _ window: Window, from board: inout ScoreBoard, words: UnsafePointer<UInt64>?,
    threshold: (_ isAscending: Bool) -> Float,
    _ body: (_ batch: [(ordinal: UInt32, score: Float)]) -> Void
  ) -> Int {
    var matched = 0
    func hand(_ count: Int, of board: borrowing ScoreBoard) {
      if count == 0 { return }
      body((0..<count).map { (board.positions[$0] + window.first, board.found[$0]) })
    }
    guard size < formula.items / Self.sparsity else {
      var next: UInt32 = 0
      while next < window.span {
        let count = assay_bm25_take(
          &board.scores, window.kernel, words, &next, threshold(true), &board.positions, &board.found,
          board.found.count, &matched)
        hand(count, of: board)
      }
      return matched
    }
    for term in query.terms {
      let lists = term.phrase ?? postings
      for index in term.alternatives.indices {
        let range = part(of: lists.range(of: term.alternatives[index].term), of: lists, in: window)
        var next = 0
        while next < range.count {
          let count = lists.items.withUnsafeBufferPointer { items in
            assay_bm25_take_items(
              &board.scores, window.kernel, words, items.baseAddress.map { $0 + range.lowerBound },
              range.count, &next, threshold(false), &board.positions, &board.found, board.found.count,
              &matched)
          }
          hand(count, of: board)
        }
      }
    }
    return matched
  }
}
