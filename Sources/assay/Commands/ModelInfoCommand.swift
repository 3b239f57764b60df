internal import ArgumentParser
internal import Storage

/// `assay model info`: the card of a model, and whether its files are still the same.
struct ModelInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Print a model's card, and check its files against it.")

  @Argument(help: "The model's name.")
  var name: String

  func run() throws {
    let store = try ModelStore(environment: Settings.current.environment)
    if let served = try store.server(name).map({ _ in try EncoderShelf(settings: .current).model(name) })
      as? ServedEncoder
    {
      return TextOutput.text(ServerTable(encoder: served).text)
    }
    let card = try store.card(name)
    TextOutput.text(ModelCardTable(card: card).text)
    try store.checkFiles(of: card)
  }
}
