/// Grades by query and document: what is known to be relevant.
package struct Qrels: Hashable, Sendable {
  /// Grades by query id, then by document.
  package private(set) var grades: [QueryID: [DocumentID: Int]]

  /// Makes qrels from a table.
  package init(_ grades: [QueryID: [DocumentID: Int]] = [:]) {
    self.grades = grades
  }

  /// The grade of a document for a query; `nil` when it was not judged.
  ///
  /// Setting `nil` withdraws it.
  package subscript(query: QueryID, document: DocumentID) -> Int? {
    get { grades[query]?[document] }
    set {
      grades[query, default: [:]][document] = newValue
      if grades[query]?.isEmpty == true { grades[query] = nil }
    }
  }

  /// Every judged document of a query with its grade; empty when none was judged.
  package subscript(query: QueryID) -> [DocumentID: Int] {
    grades[query] ?? [:]
  }

  /// How many grades there are in all.
  package var count: Int {
    grades.values.reduce(0) { $0 + $1.count }
  }
}
