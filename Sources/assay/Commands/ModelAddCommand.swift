internal import ArgumentParser
internal import RemoteEncoder
internal import Storage

/// `assay model add`: checks a model's folder and keeps its card.
struct ModelAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a model from its folder.",
    discussion: """
      Checks that every file is there and whole, reads the family, pooling, prompts, limits and lengths from the files, \
      opens the model and asks it for a vector, hashes all files, and prints the card. What no file says is never \
      guessed: declare it with these flags. Files stay where they are unless --copy is given; when one of them changes \
      later, the model is refused until it is added again.

      With --remote, the model is on a server: texts of items and queries leave this machine to be encoded, and \
      pictures if --pictures says so. The server is asked once now, and refused later when it answers otherwise.

      Models run by OpenVINO, an optional component: assay doctor says whether it is there and how to install it.
      """)

  @Argument(help: "The model's folder; none with --remote.")
  var folder: String?

  @OptionGroup(title: "A model on a server")
  var server: ServerOptions

  @Option(help: "What to call it; the folder's name when left out.")
  var name: String?

  @Option(parsing: .unconditional, help: "What is put before every query, such as 'query: '.")
  var queryPrompt: String?

  @Option(parsing: .unconditional, help: "What is put before every item's text, such as 'passage: '.")
  var itemPrompt: String?

  @Option(help: "How token vectors become one: mean, first or last; what the folder says when left out.")
  var pooling: ModelPooling?

  @Option(help: "The most tokens of a text; longer ones are cut, and counted.")
  var maxTokens: Int?

  @Option(help: "Lengths that vectors may be cut to, separated by commas, where the folder declares none.")
  var dimensions: String?

  @Option(help: "The model file, relative to the folder, where there are several.")
  var file: String?

  @Option(
    help:
      "The numbers that the model is computed with: f32, bf16 or int8. Only f32 gives the same bits everywhere."
  )
  var precision: ModelNumbers = .f32

  @Flag(help: "Copy the files into the store instead of leaving them where they are.")
  var copy = false

  @Flag(name: .shortAndLong, help: "Print nothing but warnings and errors.")
  var quiet = false

  func validate() throws {
    guard (folder == nil) != (server.remote == nil) else {
      throw ValidationError("name a model's folder, or a server with --remote URL --model NAME")
    }
    if let maxTokens, maxTokens < 1 { throw ValidationError("--max-tokens must be at least 1") }
    if let dimensions, Self.lengths(dimensions) == nil {
      throw ValidationError(
        "--dimensions takes whole numbers above zero separated by commas, not '\(dimensions)'")
    }
  }

  func run() throws {
    let settings = Settings.current
    if let chosen = try server.settings(
      queryPrompt: queryPrompt, itemPrompt: itemPrompt, lengths: dimensions.flatMap(Self.lengths) ?? [])
    {
      return try addServer(chosen, settings: settings)
    }
    guard let folder else { return }
    let addition = ModelAddition(
      settings: settings, store: try ModelStore(environment: settings.environment),
      say: { Diagnostics.say($0) },
      progress: { ProgressLine("hashing", total: $0, isTerminal: Diagnostics.isTerminal && !quiet) })
    let card = try addition.add(folder, as: name, declaration: declaration, isCopied: copy)
    if !quiet { TextOutput.text(ModelCardTable(card: card).text) }
  }

  private func addServer(_ chosen: RemoteEncoderSettings, settings: Settings) throws {
    let interruption = Interruption()
    defer { interruption.end() }
    let addition = ServerAddition(
      settings: settings, store: try ModelStore(environment: settings.environment), interruption: interruption
    )
    let encoder = try addition.add(chosen, as: name ?? ModelAddition.name(of: chosen.model))
    if !quiet { TextOutput.text(ServerTable(encoder: encoder).text) }
  }

  private var declaration: ModelDeclaration {
    var declaration = ModelDeclaration()
    declaration.queryPrompt = queryPrompt
    declaration.itemPrompt = itemPrompt
    declaration.pooling = pooling
    declaration.maxTokens = maxTokens
    declaration.lengths = dimensions.flatMap(Self.lengths)
    declaration.file = file
    declaration.precision = precision
    return declaration
  }

  private static func lengths(_ text: String) -> [Int]? {
    let parts = text.split(separator: ",").map { Int($0.filter { !$0.isWhitespace }) }
    let lengths = parts.compactMap(\.self)
    return lengths.count == parts.count && !lengths.isEmpty && lengths.allSatisfy { $0 > 0 } ? lengths : nil
  }
}

extension ModelPooling: ExpressibleByArgument {}
extension ModelNumbers: ExpressibleByArgument {}
