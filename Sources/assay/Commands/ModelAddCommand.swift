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

  @OptionGroup(title: "What the files don't say")
  var declared: DeclarationOptions

  @Flag(help: "Copy the files into the store instead of leaving them where they are.")
  var copy = false

  @Flag(name: .shortAndLong, help: "Print nothing but warnings and errors.")
  var quiet = false

  func validate() throws {
    guard (folder == nil) != (server.remote == nil) else {
      throw ValidationError("name a model's folder, or a server with --remote URL --model NAME")
    }
  }

  func run() throws {
    let settings = Settings.current
    if let chosen = try server.settings(
      queryPrompt: declared.queryPrompt, itemPrompt: declared.itemPrompt, lengths: declared.lengths ?? [])
    {
      return try addServer(chosen, settings: settings)
    }
    guard let folder else { return }
    let store = try ModelStore(environment: settings.environment)
    let addition = ModelAddition(
      settings: settings, store: store, say: { Diagnostics.say($0) },
      progress: { ProgressLine("hashing", total: $0, isTerminal: Diagnostics.isTerminal && !quiet) })
    let card = try addition.add(
      folder, as: name, declaration: declared.declaration,
      settle: copy
        ? { inspection, name in
          try store.copy(inspection, as: name)
          return store.filesFolder(of: name)
        } : nil)
    if !quiet { TextOutput.text(ModelCardTable(card: card).text) }
  }

  private func addServer(_ chosen: RemoteEncoderSettings, settings: Settings) throws {
    let interruption = Interruption()
    defer { interruption.end() }
    let addition = ServerAddition(
      settings: settings, store: try ModelStore(environment: settings.environment), interruption: interruption
    )
    let encoder = try addition.add(chosen, as: name ?? ModelAddition.name(of: chosen.model))
    let model = ServedModel(name: encoder.name, record: encoder.record)
    if !quiet { TextOutput.text(ServerTable(model, environment: settings.environment).text) }
  }
}
