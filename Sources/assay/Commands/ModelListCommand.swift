internal import ArgumentParser
internal import Embeddings
internal import Storage

/// `assay model list`: the models that were added.
struct ModelListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the models that were added.")

  func run() throws {
    let store = try ModelStore(environment: Settings.current.environment)
    let names = try store.names()
    if names.isEmpty {
      return Diagnostics.say("no model was added yet; add one with: assay model add FOLDER")
    }
    var table = TextTable([
      .words("name"), .words("encoder"), .words("family"), .number("dimensions"), .words("precision"),
      .words("folder"),
    ])
    for name in names {
      if try store.server(name) != nil {
        let card = try EncoderShelf(settings: .current).model(name).card
        table.add([name, card.id, "server", "\(card.dimensions.last ?? 0)"])
        continue
      }
      let card = try store.card(name)
      table.add([
        card.name, card.id, card.family, "\(card.dimensions)", card.precision.rawValue, card.folder,
      ])
    }
    for line in table.lines { TextOutput.line(line) }
  }
}
