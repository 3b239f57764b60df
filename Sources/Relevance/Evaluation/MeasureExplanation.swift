/// One score opened: what each rank adds to it, beside the ideal ranking, and the definition that was used.
package struct MeasureExplanation: Hashable, Sendable {
  /// One rank.
  package struct Row: Hashable, Sendable {
    /// The rank, from 1.
    package let rank: Int
    /// The document there; `nil` below the end of the ranking, where only the ideal goes on.
    package let document: DocumentID?
    /// Its grade; `nil` when it was not judged.
    package let grade: Int?
    /// What the rank adds; `nil` where the ranking or the measure's depth has ended.
    package let term: MeasureTerms.Term?
    /// What the ideal ranking has at this rank, where the measure has an ideal.
    package let ideal: MeasureTerms.IdealTerm?
  }

  /// The measure's name, as reports spell it.
  package let title: String
  /// What is computed, in one sentence.
  package let definition: String
  /// Every rank that counts, and every rank of the ideal.
  package let rows: [Row]
  /// What the ranks add up to.
  package let sum: Double
  /// What the sum is divided by.
  package let norm: Double
  /// The score: the sum divided by the norm, rounded where the definition says so.
  package let score: Double

  /// Explains the score of one query; `nil` for a measure that no rank adds to, such as a count.
  package init?(_ measure: any Measure, _ topic: JudgedRanking) {
    if let condensing = measure as? JudgedOnly {
      self.init(
        condensing.measure, topic.condensed(), title: condensing.title, definition: condensing.definition)
    } else {
      self.init(measure, topic, title: measure.title, definition: measure.definition)
    }
  }

  private init?(_ measure: any Measure, _ topic: JudgedRanking, title: String, definition: String) {
    guard let terms = measure.terms(topic) else { return nil }
    self.title = title
    self.definition = definition
    rows = (0..<max(terms.terms.count, terms.ideal.count)).map { place in
      let isRanked = place < terms.terms.count
      return Row(
        rank: place + 1, document: isRanked ? topic.documents[place] : nil,
        grade: isRanked ? topic.grades[place] : nil, term: isRanked ? terms.terms[place] : nil,
        ideal: place < terms.ideal.count ? terms.ideal[place] : nil)
    }
    sum = terms.sum
    norm = terms.norm
    score = measure.score(topic)
  }
}
