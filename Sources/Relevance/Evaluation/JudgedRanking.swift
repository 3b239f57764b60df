/// One query's ranking joined with its grades: what every measure of the query reads.
///
/// Joined once per query and shared by all measures. A grade below 0 is trec_eval's "in the pool, but unjudged": it
/// is never relevant, and a document without any grade is `nil`.
package struct JudgedRanking: Sendable {
  /// The documents, best first.
  package let documents: [DocumentID]
  /// The grade at each rank; `nil` where the document has none.
  package let grades: [Int?]
  /// Every judged document of the query with its grade, retrieved or not.
  package let judgments: [DocumentID: Int]
  /// All grades of 0 and more, descending: the ideal ranking.
  package let idealGrades: [Int]
  /// The smallest grade that counts as relevant for measures of yes and no.
  package let level: Int
  /// The places (from 0) of the documents whose grade is at least `level`, ascending.
  package let relevantPlaces: [Int]
  /// How many documents are relevant at `level`, retrieved or not.
  package let relevantCount: Int

  /// Joins a ranking with grades.
  /// - Parameters:
  ///   - ranking: documents, best first, each at most once.
  ///   - grades: every judged document of the query.
  ///   - level: the smallest grade that counts as relevant, 0 or more.
  /// - Complexity: O(n + j log j) for n documents and j judgments.
  package init(ranking: [DocumentID], grades: [DocumentID: Int], level: Int = 1) {
    self.init(
      documents: ranking, grades: ranking.map { grades[$0] }, judgments: grades,
      idealGrades: grades.values.filter { $0 >= 0 }.sorted(by: >), level: level)
  }

  private init(
    documents: [DocumentID], grades: [Int?], judgments: [DocumentID: Int], idealGrades: [Int], level: Int
  ) {
    precondition(level >= 0, "a level must be 0 or more, not \(level)")
    self.documents = documents
    self.grades = grades
    self.judgments = judgments
    self.idealGrades = idealGrades
    self.level = level
    self.relevantPlaces = Self.places(in: grades, from: level)
    self.relevantCount = Self.count(in: idealGrades, from: level)
  }

  /// How many documents were retrieved.
  package var count: Int { documents.count }

  /// The places (from 0) of the documents whose grade is at least `level`, or the ranking's own level when `nil`.
  package func relevantPlaces(from level: Int?) -> [Int] {
    guard let level, level != self.level else { return relevantPlaces }
    return Self.places(in: grades, from: level)
  }

  /// How many documents are relevant from `level` (the ranking's own when `nil`), retrieved or not.
  package func relevantCount(from level: Int?) -> Int {
    guard let level, level != self.level else { return relevantCount }
    return Self.count(in: idealGrades, from: level)
  }

  /// The ranking without the documents that have no grade or one below 0, the ranks closed up: `-J` of trec_eval.
  package func condensed() -> JudgedRanking {
    keeping { (grades[$0] ?? -1) >= 0 }
  }

  /// The ranking without what stands below a depth.
  package func prefix(_ depth: Int) -> JudgedRanking {
    depth >= count ? self : keeping { $0 < depth }
  }

  /// The same judgments with the documents at some places only, in the order given.
  package func reordered(_ places: some Sequence<Int>) -> JudgedRanking {
    let places = Array(places)
    return JudgedRanking(
      documents: places.map { documents[$0] }, grades: places.map { grades[$0] }, judgments: judgments,
      idealGrades: idealGrades, level: level)
  }

  /// The same documents with other grades: `count` new ones are `highest`, and `zeros` new ones 0.
  ///
  /// For scoring alone: `judgments` stays as it was.
  func regraded(_ grades: [Int?], highest: Int, count: Int, zeros: Int) -> JudgedRanking {
    var ideal = idealGrades
    let place = ideal.firstIndex { $0 < highest } ?? ideal.count
    ideal.insert(contentsOf: repeatElement(highest, count: count), at: place)
    ideal.append(contentsOf: repeatElement(0, count: zeros))
    return JudgedRanking(
      documents: documents, grades: grades, judgments: judgments, idealGrades: ideal, level: level)
  }

  private func keeping(_ isKept: (Int) -> Bool) -> JudgedRanking {
    reordered(documents.indices.filter(isKept))
  }

  private static func places(in grades: [Int?], from level: Int) -> [Int] {
    grades.indices.filter { place in
      guard let grade = grades[place] else { return false }
      return grade >= level
    }
  }

  private static func count(in descending: [Int], from level: Int) -> Int {
    descending.firstIndex { $0 < level } ?? descending.count
  }
}
