internal import Retrieval

/// The best hundred by cosine, certain to be those of the float32 vectors.
struct DenseTopWork: EngineWork {
  let name = "dense"

  func measure(_ subject: EngineSubject) throws -> [EngineRow] {
    subject.lengths.map { length in
      let plan = subject.densePlan(length)
      var exactness: [Exactness] = []
      let times = time(subject) { query in
        let answer = subject.searcher.search(plan, query: SearchQuery(text: query.text, vector: query.vector))
        exactness.append(answer.exactness)
      }
      return EngineRow(
        "top 100 at \(length), certified", times, bar: bar(subject, length), note: ExactnessNote.of(exactness)
      )
    }
  }

  private func bar(_ subject: EngineSubject, _ length: Int) -> EngineBar {
    if length <= 256, subject.itemCount <= 100_000 { return .of(subject, median: 1) }
    return length <= 256 ? .of(subject, median: 8, p99: 20) : .of(subject, median: 22, p99: 50)
  }
}

/// How answers came to be certain, in a few words.
enum ExactnessNote {
  static func of(_ exactness: [Exactness]) -> String {
    let shortlists = exactness.compactMap { if case .proven(let shortlist) = $0 { shortlist } else { nil } }
    guard let largest = shortlists.max() else { return "all by a full float32 scan" }
    let share = 100 * Double(shortlists.count) / Double(exactness.count)
    let rest = shortlists.count == exactness.count ? "" : ", the others by a full float32 scan"
    return "\(share.fixed(1)) % proven from at most \(largest) items\(rest)"
  }
}
