internal import ArgumentParser
internal import Storage

/// `assay model list`: the models that were added.
struct ModelListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the models that were added.",
    discussion: """
      A model whose card can't be read, or whose server can't be asked for want of a key, is listed with the reason, \
      and so is one that was not pulled to the end; whether files changed is looked at by assay model info.
      """)

  func run() throws {
    let settings = Settings.current
    let store = try ModelStore(environment: settings.environment)
    let names = try store.names()
    let unfinished = try store.unfinishedPulls()
    if names.isEmpty {
      Diagnostics.say(
        "no model was added yet; add one with: assay model add FOLDER, or assay model pull ORG/NAME")
    }
    guard !names.isEmpty || !unfinished.isEmpty else { return }
    var table = TextTable([
      .words("name"), .words("encoder"), .words("family"), .number("dimensions"), .words("precision"),
      .words("place"),
    ])
    for name in names {
      table.add(Self.row(StoredModel(name, in: store), environment: settings.environment))
    }
    for pull in unfinished { table.add([pull.name, "", "unfinished", "", "", Self.remedy(for: pull)]) }
    for line in table.lines { TextOutput.line(line) }
  }

  /// How much of a model came, and what can be done about the rest.
  private static func remedy(for pull: UnfinishedPull) -> String {
    let rest: String
    if let origin = pull.origin {
      let own = ModelAddition.name(of: String(origin.prefix { $0 != "@" }))
      let name = own == pull.name ? "" : " --name \(pull.name)"
      rest = "go on with: assay model pull \(Diagnostics.spelledOut(origin))\(name)"
    } else {
      rest = "go on by pulling it again"
    }
    let amount = pull.bytes < 1 << 20 ? "\(pull.bytes >> 10) kB" : "\(pull.bytes >> 20) MB"
    return "\(amount) came; \(rest), or remove them with: assay model remove \(pull.name)"
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
