internal import ArgumentParser
internal import Storage

/// `assay model list`: the models that were added.
struct ModelListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the models that were added.",
    discussion: """
      A model whose card can't be read, or whose server can't be asked for want of a key, is listed with the reason; \
      whether files changed is looked at by assay model info.
      """)

  func run() throws {
    let settings = Settings.current
    let store = try ModelStore(environment: settings.environment)
    let names = try store.names()
    if names.isEmpty {
      return Diagnostics.say(
        "no model was added yet; add one with: assay model add FOLDER, or assay model pull ORG/NAME")
    }
    var table = TextTable([
      .words("name"), .words("encoder"), .words("family"), .number("dimensions"), .words("precision"),
      .words("place"),
    ])
    for name in names {
      table.add(Self.row(StoredModel(name, in: store), environment: settings.environment))
    }
    for line in table.lines { TextOutput.line(line) }
  }

  private static func row(_ model: StoredModel, environment: [String: String]) -> [String] {
    switch model {
    case .local(let card):
      [
        card.name, card.id, card.family, "\(card.dimensions)", card.precision.rawValue,
        card.source ?? card.folder,
      ]
    case .served(let model):
      [
        model.name, model.id, "server", "\(model.dimensions)", "",
        model.address + (model.keyProblem(environment: environment).map { "; \($0)" } ?? ""),
      ]
    case .damaged(let name, let reason): [name, "", "damaged", "", "", reason]
    }
  }
}
