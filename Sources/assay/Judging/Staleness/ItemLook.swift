internal import Relevance
internal import Storage

/// A look at what became of judged items, kept beside the journal so that later looks know what was otherwise meanwhile.
struct ItemLook {
  /// What the items of the index are like, by id.
  let hashes: [DocumentID: String]
  /// What earlier looks at this index found.
  let known: [ItemChange]

  private let history: ItemHistory

  /// Looks at an index; lines of the history that say nothing are said.
  /// - Throws: `StorageError` when the index or what earlier looks found can't be read.
  init(_ archive: IndexArchive, journal: JudgmentJournal) throws(StorageError) {
    history = ItemHistory(beside: journal, ofIndexAt: archive.path)
    let content = try history.read()
    for fault in content.faults { Diagnostics.say("assay: \(fault); left alone") }
    known = content.changes
    hashes = Dictionary(try archive.items().contentHashes().map { ($0.id, $0.hash) }) { first, _ in first }
  }

  /// Keeps what became of every judged item, whoever judged it; where that can't be written it is said, and that is all.
  func keep(_ judgments: [Judgment]) {
    let freshness = JudgmentFreshness(judgments, choosing: .all, hashes: hashes, changes: known)
    do throws(StorageError) {
      try history.append(freshness.changes(since: known, at: Timestamp.now()))
    } catch {
      Diagnostics.say(
        "assay: \(error); what came back later will be known only from decisions, or from this report with --since"
      )
    }
  }

  /// Looks at an index that was just built, when there are judgments in their usual place; the index is there in any case,
  /// so that what goes wrong is only said.
  static func afterBuilding(_ path: String, settings: Settings) {
    do throws(StorageError) {
      let archive = try IndexArchive(path)
      guard let place = try? CatalogueCompanions(archive).journal(environment: settings.environment),
        JudgmentJournal(place).isFile
      else { return }
      let journal = JudgmentJournal(place)
      let content = try journal.read()
      if let repair = content.repair { Diagnostics.say("assay: \(repair)") }
      guard content.judgments.contains(where: { !$0.itemHash.isEmpty }) else { return }
      try ItemLook(archive, journal: journal).keep(content.judgments)
    } catch {
      Diagnostics.say("assay: what became of judged items was not looked at: \(error)")
    }
  }
}
