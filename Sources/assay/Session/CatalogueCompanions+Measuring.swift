extension CatalogueCompanions {
  /// The query set that was named, else the catalogue's own.
  ///
  /// `index` is what the catalogue goes by on the command line.
  /// - Throws: `CommandFailure` when there is none.
  func querySet(named path: String?, index: String) throws(CommandFailure) -> String {
    guard let file = path ?? queries ?? guessedQueries else {
      throw .usage("\(index) has no query set of its own; name one with --queries")
    }
    return file
  }

  /// The qrels that were named, else the catalogue's own.
  /// - Throws: `CommandFailure` when there are none.
  func judgments(named path: String?, index: String) throws(CommandFailure) -> String {
    guard let file = path ?? qrels else {
      throw .usage("\(index) has no judgments of its own; name some with --qrels")
    }
    return file
  }
}
