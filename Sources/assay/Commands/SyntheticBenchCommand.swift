internal import ArgumentParser
internal import Storage

/// `assay bench synthetic`: a catalogue of any size to measure with.
struct SyntheticBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthetic", abstract: "Make a catalogue of any size, and its index, to measure with.",
    discussion: """
      Writes products.jsonl and queries.tsv into a folder: made-up words with the frequencies of a shop's. With \
      --dimensions also makes the index, with clustered vectors whose variance decays as a Matryoshka encoder's does; \
      they mean nothing, and their encoder is called synthetic-DIMENSIONS-SEED. Without --dimensions the catalogue can \
      be indexed by `assay index` like any other. The same options make the same bytes.
      """)

  @Argument(help: "The folder to write into; it is made when missing.")
  var catalogue: String

  @Option(help: "How many items.")
  var count: Int

  @Option(help: "The length of the vectors; no index is made when left out.")
  var dimensions: Int?

  @Option(help: "How many queries of 2–5 words.")
  var queries: Int = 300

  @Option(help: "Chooses words, items, queries and vectors.")
  var seed: UInt64 = 1

  @Option(name: [.short, .long], help: "Where the index goes; CATALOGUE/.assay/index when left out.")
  var output: String?

  func validate() throws {
    guard (1...Int(Int32.max)).contains(count) else {
      throw ValidationError("--count must be at least 1, not \(count)")
    }
    guard queries > 0 else { throw ValidationError("--queries must be at least 1, not \(queries)") }
    if let dimensions, !(1...1 << 16).contains(dimensions) {
      throw ValidationError("--dimensions must lie in 1…65536, not \(dimensions)")
    }
    if output != nil, dimensions == nil {
      throw ValidationError("-o without --dimensions: there is no index")
    }
  }

  func run() throws {
    try writeCatalogue()
    guard let dimensions else { return }
    try Indexing(settings: .current, isStrict: true, isQuiet: false).run(
      catalogue, output: output, roles: RoleDeclaration(),
      encoder: SyntheticEncoder(dimensions: dimensions, seed: seed))
  }

  private func writeCatalogue() throws {
    let interruption = Interruption()
    defer { interruption.end() }
    let writer = SyntheticCatalogue(
      folder: catalogue, count: count, queryCount: queries, seed: seed, interruption: interruption,
      progress: ProgressLine("writing", total: count, isTerminal: Diagnostics.isTerminal))
    try writer.write()
    Diagnostics.say("wrote \(count) items and \(queries) queries: \(catalogue)")
  }
}
