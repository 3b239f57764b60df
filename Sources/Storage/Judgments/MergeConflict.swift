package import Relevance

/// Something that merged journals do not agree about.
package enum MergeConflict: Hashable, Sendable {
  /// The same assessor decided differently in two journals, neither of which knows the other's decision.
  case diverged(subject: JudgmentSubject, paths: [String], decisions: [Decision], counts: Decision)
  /// A decision has an earlier time than the one about the same item that it follows: by time, the earlier one counts.
  case backwards(path: String, line: Int, subject: JudgmentSubject)
  /// Two texts have the same query id.
  case query(id: QueryID, texts: [String])
  /// Two batches that are not the same have the same name.
  case batch(name: String, paths: [String])

  /// Every conflict, in an order that does not depend on the order of the journals.
  static func all(among copies: [JournalCopy], merged: [JournalCopy.Line]) -> [MergeConflict] {
    let copies = copies.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return backwards(copies) + diverged(copies, merged) + queries(merged) + batches(copies)
  }

  private static func backwards(_ copies: [JournalCopy]) -> [MergeConflict] {
    copies.flatMap { copy in
      var latest: [JudgmentSubject: DocumentID] = [:]
      return copy.lines.compactMap { line -> MergeConflict? in
        let subject = JudgmentSubject(line.judgment)
        let time = DocumentID(line.judgment.time)
        if let before = latest[subject], time < before {
          return .backwards(path: copy.path, line: line.number, subject: subject)
        }
        latest[subject] = time
        return nil
      }
    }
  }

  private static func diverged(_ copies: [JournalCopy], _ merged: [JournalCopy.Line]) -> [MergeConflict] {
    let standing = copies.map { StandingJudgments($0.judgments, choosing: .all) }
    let known = copies.map { Set($0.judgments) }
    let outcome = StandingJudgments(merged.map(\.judgment), choosing: .all)
    return outcome.subjects.compactMap { subject in
      guard let final = outcome[subject]?.settled else { return nil }
      // The last decisions of journals that no other journal knows and has a later one after.
      var heads: [(path: String, judgment: Judgment)] = []
      for (index, copy) in copies.enumerated() {
        guard let own = standing[index][subject]?.settled, !heads.contains(where: { $0.judgment == own })
        else {
          continue
        }
        let isSuperseded = copies.indices.contains { other in
          known[other].contains(own) && standing[other][subject]?.settled != own
        }
        if !isSuperseded { heads.append((copy.path, own)) }
      }
      guard Set(heads.map(\.judgment.decision)).count > 1 else { return nil }
      return .diverged(
        subject: subject, paths: heads.map(\.path), decisions: heads.map(\.judgment.decision),
        counts: final.decision)
    }
  }

  private static func queries(_ merged: [JournalCopy.Line]) -> [MergeConflict] {
    var texts: [QueryID: [String]] = [:]
    var ids: [QueryID] = []
    for judgment in merged.lazy.map(\.judgment) {
      let id = judgment.queryID
      if texts[id] == nil { ids.append(id) }
      if texts[id]?.contains(judgment.query) != true { texts[id, default: []].append(judgment.query) }
    }
    return ids.compactMap { id in
      texts[id].flatMap { $0.count > 1 ? .query(id: id, texts: $0) : nil }
    }
  }

  private static func batches(_ copies: [JournalCopy]) -> [MergeConflict] {
    var lines: [OpaqueName: [(path: String, lines: Set<[UInt8]>)]] = [:]
    for copy in copies {
      for (name, own) in Dictionary(grouping: copy.lines, by: { $0.judgment.batch.map(OpaqueName.init) }) {
        guard let name else { continue }
        lines[name, default: []].append((copy.path, Set(own.map(\.bytes))))
      }
    }
    return lines.sorted { $0.key < $1.key }.compactMap { name, copies in
      Set(copies.map(\.lines)).count > 1 ? .batch(name: name.text, paths: copies.map(\.path)) : nil
    }
  }
}

extension MergeConflict: CustomStringConvertible {
  package var description: String {
    switch self {
    case .diverged(let subject, let paths, let decisions, let counts):
      "query '\(subject.queryID)', item '\(subject.item)': \(subject.assessor) decided "
        + zip(decisions, paths).map { "\($0.words) in \($1)" }.joined(separator: " and ")
        + "; the later one, \(counts.words), counts"
    case .backwards(let path, let line, let subject):
      "\(path):\(line): decided at an earlier time than the line about '\(subject.item)' before it; by time, that one "
        + "counts"
    case .query(let id, let texts):
      "the query id '\(id)' stands for " + texts.map { "“\($0)”" }.joined(separator: " and ")
    case .batch(let name, let paths):
      "the batch '\(name)' is not the same in " + paths.joined(separator: " and ") + "; undoing it undoes all"
    }
  }
}

extension Decision {
  /// The decision in a word or two.
  package var words: String {
    switch self {
    case .grade(let grade): "grade \(grade)"
    case .withdrawn: "no grade"
    case .skipped: "skipped"
    case .cannotTell: "can't tell"
    case .flagged(let isFlagged): isFlagged ? "flagged" : "no flag"
    case .noted: "a note"
    }
  }
}
