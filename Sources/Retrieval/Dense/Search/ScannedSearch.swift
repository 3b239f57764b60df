/// A search that scores every row and compares the scores: the definition of an answer, at the cost of a scan.
struct ScannedSearch: LaneSearch {
  let scores: any RowScores
  let scan: RowScan
  /// How many of the items asked about have a score.
  let matched: Int

  func top(_ depth: Int) -> LaneList {
    let entries = scan.top(min(depth, matched), of: scores.write).map { key in
      (ordinal: key.ordinal, score: scores.score(of: key.ordinal) ?? Double(key.score))
    }
    return LaneList(entries, matched: matched, exactness: .scanned)
  }

  func count(above score: Float) -> Int {
    scan.count(atLeast: score.nextUp, of: scores.write)
  }

  func all(atLeast threshold: Float) -> FoundItems {
    FoundItems(
      ascending: scan.all(atLeast: threshold, of: scores.write), threshold: threshold, exactness: .scanned)
  }
}
