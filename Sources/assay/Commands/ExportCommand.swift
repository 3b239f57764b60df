internal import ArgumentParser
internal import Retrieval
internal import Storage

/// `assay export`: an index for any other engine.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write an index's vectors and texts for other engines.",
    discussion: """
      Item n is row n of the vectors and line n of the other files. Vectors are float32 in NumPy's format, row-major, \
      cut to --dimensions and scaled to unit length; an item without a vector is all zeros. Terms are what the \
      searched fields are indexed under: folded, split and stemmed, with blanks between them.
      """)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Option(help: "Where the items' vectors go, a .npy file.")
  var vectors: String?

  @Option(help: "Where the items' ids go, one a line.")
  var ids: String?

  @Option(help: "Where the items' searched fields go, a JSON object a line.")
  var text: String?

  @Option(help: "Where the items' terms go, a JSON object a line.")
  var terms: String?

  @Option(help: "The query set that --query-vectors and --query-terms are made of.")
  var queries: String?

  @Option(help: "Where the queries' vectors go, a .npy file.")
  var queryVectors: String?

  @Option(help: "Where the queries' texts and terms go, a JSON object a line.")
  var queryTerms: String?

  @Option(help: "The length of the vectors, one the encoder declares; the full length when left out.")
  var dimensions: Int?

  @Option(help: "text, picture or blend.")
  var side: ExportedVectors.Side = .blend

  @Option(help: "The weight of the text in the blend, 0…1.")
  var textShare: Double = 0.5

  func validate() throws {
    guard [vectors, ids, text, terms, queryVectors, queryTerms].contains(where: { $0 != nil }) else {
      throw ValidationError("nothing to write; name a file with --vectors, --ids, --text or --terms")
    }
    if queryVectors != nil || queryTerms != nil, queries == nil {
      throw ValidationError("--query-vectors and --query-terms need --queries, a query set")
    }
    guard (0...1).contains(textShare) else {
      throw ValidationError("--text-share must lie in 0…1, not \(textShare)")
    }
  }

  func run() throws {
    let settings = Settings.current
    let archive = try IndexArchive(IndexPlace.existing(index, settings: settings))
    let shelf = EncoderShelf(settings: settings)
    let interruption = Interruption()
    defer { interruption.end() }
    let export = IndexExport(
      archive: archive, analyzer: try shelf.analyzer(language: archive.manifest.source.language),
      interruption: interruption)
    let length = try checkedLength(archive.manifest.source.dimensions)
    if let ids { try export.writeIDs(to: ids) }
    if let vectors {
      let rows = try ExportedVectors(archive, side: side, textShare: textShare, dimensions: length)
      try export.writeVectors(rows, to: vectors)
    }
    if let text { try export.writeText(to: text, asTerms: false) }
    if let terms { try export.writeText(to: terms, asTerms: true) }
    guard let queries else { return }
    let set = try EvaluationFiles.queries(queries)
    if let queryTerms { try export.writeQueryTerms(set, to: queryTerms) }
    if let queryVectors {
      let encoder = try shelf.encoder(of: archive)
      try export.writeQueryVectors(set, encoder: encoder, dimensions: length, to: queryVectors)
    }
  }

  private func checkedLength(_ declared: [Int]) throws(CommandFailure) -> Int {
    guard let dimensions else { return declared.last ?? 0 }
    guard declared.contains(dimensions) else {
      let choices = declared.map(String.init).joined(separator: ", ")
      throw .usage("--dimensions \(dimensions): the encoder declares \(choices)")
    }
    return dimensions
  }
}

extension ExportedVectors.Side: ExpressibleByArgument {}
