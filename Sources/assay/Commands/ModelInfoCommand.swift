internal import ArgumentParser
internal import Storage

/// `assay model info`: the card of a model, and whether its files are still the same.
struct ModelInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Print a model's card, and check its files against it.")

  @Argument(help: "The model's name.")
  var name: String

  func run() throws {
    let settings = Settings.current
    let store = try ModelStore(environment: settings.environment)
    switch StoredModel(name, in: store) {
    case .served(let model):
      let table = ServerTable(model, environment: settings.environment)
      TextOutput.text(table.text)
      if let problem = table.keyProblem { throw CommandFailure.data("\(name): \(problem)") }
    case .local(let card):
      TextOutput.text(ModelCardTable(card: card).text)
      try store.checkFiles(of: card)
    case .damaged(_, let reason): throw CommandFailure.data(reason)
    }
  }
}
