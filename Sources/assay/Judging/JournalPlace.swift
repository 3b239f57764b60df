internal import Relevance
internal import Storage

/// Finds the journal that a path on the command line means.
enum JournalPlace {
  /// The scale that the catalogue defines to which a path on the command line leads: an index, a catalogue, or a journal
  /// in its usual place; `nil` when there is no such catalogue, or it defines none.
  static func scale(_ path: String) -> Scale? {
    if let archive = try? IndexArchive(path) { return CatalogueCompanions(archive).scale }
    if let location = try? CatalogueLocation.find(path),
      !path.hasSuffix(".jsonl") || location.settings.scale != nil
    {
      return location.settings.scale
    }
    // CATALOG/.assay/judgments/journal.jsonl
    let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    guard let last = folders.last, last.hasSuffix(".assay") else { return nil }
    let catalogue =
      last == ".assay"
      ? folders.dropLast().joined(separator: "/")
      : folders.joined(separator: "/").dropLast(".assay".count).description
    return (try? CatalogueLocation.find(catalogue.isEmpty ? "." : catalogue))?.settings.scale
  }

  /// The journal at `path`, or that of the index or catalogue at `path`, in which something was decided.
  /// - Throws: `StorageError.missing` when nothing is there, or nothing was judged yet.
  static func written(_ path: String, settings: Settings) throws(StorageError) -> JudgmentJournal {
    let journal = try existing(path, settings: settings)
    guard journal.isThere else {
      throw .missing(
        path: journal.path,
        remedy: "nothing was judged yet; assay explore, assay judge record and assay judge import write there"
      )
    }
    return journal
  }

  /// The journal at `path`, or that of the index or catalogue at `path`, whether or not it is there yet.
  /// - Throws: `StorageError.missing` when there is neither a journal nor a catalogue.
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
