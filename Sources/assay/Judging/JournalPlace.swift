internal import Storage

/// Finds the journal that a path on the command line means.
enum JournalPlace {
  /// The journal at `path`, or that of the index or catalogue at `path`.
  /// - Throws: `StorageError.missing` when nothing is there.
  static func existing(_ path: String, settings: Settings) throws(StorageError) -> JudgmentJournal {
    if IndexArchive.exists(path) {
      return JudgmentJournal(
        try CatalogueCompanions(IndexArchive(path)).journal(environment: settings.environment))
    }
    let journal = JudgmentJournal(path)
    if journal.isFile, !JudgmentJournal(path + ".assay").isThere { return journal }
    guard journal.isThere else {
      throw .missing(path: path, remedy: "name a journal, or an index or a catalogue that has one")
    }
    let location = try CatalogueLocation.find(path)
    return JudgmentJournal(try CataloguePlaces(location, environment: settings.environment).journal)
  }
}
