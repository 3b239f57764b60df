internal import Relevance
internal import Storage

/// Appends decisions that arrive as lines of text.
struct DecisionRecorder {
  private let journal: JudgmentJournal
  private let assessor: String
  private let scale: Scale
  private let set: QuerySet
  /// The items that may be judged, when an index says.
  private let archive: IndexArchive?
  private let items: ItemStore?

  /// Opens a journal, or the index that has one.
  /// - Throws: `StorageError` for a file that can't be read, `CommandFailure` for a scale that is not known.
  init(place: String, queries: String?, assessor: String?, scale: String?, settings: Settings) throws {
    self.assessor = assessor ?? settings.assessor
    let file = JudgmentJournal(place)
    var companions: CatalogueCompanions?
    if file.isThere, !file.isFile || (try? IndexPlace.isIndexed(place, settings: settings)) == true {
      let archive = try IndexArchive(IndexPlace.existing(place, settings: settings))
      let found = CatalogueCompanions(archive)
      journal = JudgmentJournal(try found.journal(environment: settings.environment))
      items = try archive.items()
      self.archive = archive
      companions = found
    } else {
      (journal, items, archive) = (file, nil, nil)
    }
    set = try (queries ?? companions?.queries).map { try EvaluationFiles.queries($0) } ?? QuerySet()
    guard let scale else {
      self.scale = companions?.scale ?? .zeroToThree
      return
    }
    guard
      let known = [companions?.scale].compactMap(\.self).first(where: { $0.isNamed(scale) })
        ?? Scale.named(scale)
    else {
      let names = Scale.presets.map(\.id).joined(separator: ", ")
      throw CommandFailure.usage("--scale \(scale): unknown; known are \(names) and the one of the catalogue")
    }
    self.scale = known
  }

  /// Records one line; when this returns, its decision is on the disk.
  /// - Throws: `StorageError` that names the line and what is wrong with it, or says why it could not be kept.
  func record(_ bytes: [UInt8], number: Int) throws(StorageError) {
    func refusal(_ reason: String) -> StorageError {
      .malformedLine(path: "standard input", line: number, reason: reason)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw refusal("not valid UTF-8") }
    let columns = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard (3...4).contains(columns.count) else {
      throw refusal("\(columns.count) tab-separated columns; expected query, item, decision and maybe a note")
    }
    guard !columns[0].isEmpty, !columns[1].isEmpty else { throw refusal("the query or the item is empty") }
    guard let decision = decision(columns[2]) else {
      throw refusal(
        "'\(columns[2])' is neither a grade of the scale \(scale.id), \(scale.lowest) to \(scale.highest), nor withdrawn, "
          + "skipped, cannot-tell, flagged, unflagged or noted")
    }
    let item = DocumentID(columns[1])
    guard let hash = try hash(of: item) else {
      throw refusal("no item '\(item)' in \(archive?.path ?? "the index")")
    }
    let query =
      set[id: QueryID(columns[0])] ?? set.first(withText: columns[0])
      ?? Query(id: QueryIdentity.id(of: columns[0]), text: columns[0])
    try journal.append(
      Judgment(
        time: Timestamp.now(), assessor: assessor, queryID: query.id, query: query.text, item: item,
        scale: scale.id, decision: decision, note: columns.count > 3 ? columns[3] : nil, itemHash: hash))
  }

  /// The hash of an item's content, empty when there is no index to ask; `nil` when it has no such item.
  private func hash(of item: DocumentID) throws(StorageError) -> String? {
    guard let items else { return "" }
    guard let ordinal = try items.ordinal(of: item) else { return nil }
    return try items.items([ordinal]).first?.contentHash
  }

  private func decision(_ text: String) -> Decision? {
    if let grade = Int(text) { return scale.grades.contains(grade) ? .grade(grade) : nil }
    if let grade = scale.grades.first(where: { scale.name(of: $0) == text.lowercased() }) {
      return .grade(grade)
    }
    if text.count == 1, let grade = text.first.flatMap(scale.grade(forKey:)) { return .grade(grade) }
    return Decision(word: text)
  }
}
