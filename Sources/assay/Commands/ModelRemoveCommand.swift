internal import ArgumentParser
internal import Storage

/// `assay model remove`: forgets a model.
struct ModelRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forget a model.",
    discussion: """
      Removes its card, and its files when they were copied or pulled into the store. Files elsewhere and indexes stay; \
      an index that it made can be searched again once the model is added again.
      """)

  @Argument(help: "The model's name.")
  var name: String

  func run() throws {
    let store = try ModelStore(environment: Settings.current.environment)
    let folder = try? store.card(name).folder
    let isServed = (try? store.server(name)) != nil
    let hadFiles = try store.remove(name)
    if isServed { return Diagnostics.say("removed \(name); the server was not told") }
    let stay = hadFiles ? "" : "; its files stay in \(folder ?? "their place")"
    Diagnostics.say("removed \(name)\(stay)")
  }
}
