internal import ArgumentParser
internal import Storage

/// `assay index`: builds an index or brings it up to date.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Build the index of a catalogue.",
    discussion: """
      Reads products.jsonl (or .csv, .tsv) in a folder, or such a file. Field roles come from these flags, then from \
      catalog.toml beside the items, then from common names; what was guessed is said. An older index stays in \
      place until the new one is complete; its vectors are taken over where neither text nor picture nor the encoder \
      changed.

      With --encoder, vectors are made by a model that was added with assay model add, and the index goes beside the \
      first one, in CATALOGUE/.assay/NAME. Such vectors are kept in the user's cache as well, by the model and by what \
      they were made from: any other index takes them over, and indexing that was stopped goes on where it was. \
      assay doctor tells how large the cache is.
      """)

  @Argument(help: "A folder or a .jsonl, .csv or .tsv file.")
  var catalogue: String

  @Option(name: [.short, .long], help: "Where the index goes; CATALOGUE/.assay/index when left out.")
  var output: String?

  @Option(
    help: "The model that makes the vectors, by its name in the store; the program's own when left out.")
  var encoder: String?

  @OptionGroup var fields: FieldOptions

  @Option(
    help: "The language of the texts, for stems and stop words; catalog.toml's or english when left out.")
  var language: String?

  @Flag(help: "Stop at the first line that can't be read instead of skipping it.")
  var strict = false

  @Flag(help: "Make everything anew instead of taking over what did not change in an older index.")
  var fresh = false

  @Flag(help: "Neither look vectors of models up in the user's cache nor keep them there.")
  var noVectorCache = false

  @Flag(name: .shortAndLong, help: "Say nothing but warnings and errors.")
  var quiet = false

  func run() throws {
    let indexing = Indexing(
      settings: .current, isStrict: strict, isQuiet: quiet, isFresh: fresh, usesVectorCache: !noVectorCache)
    try indexing.run(catalogue, output: output, roles: fields.declaration, language: language, model: encoder)
  }
}
