internal import ArgumentParser

/// `assay model`: the store of encoders that were added.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Encoders of your own: add, pull, list, describe, remove.",
    discussion: """
      A model is a folder in the Hugging Face layout. Adding it checks every file, works out how it is to be used, and \
      keeps that in a card; what an index needs later is that card and the same files. Index with it by \
      assay index CATALOG --encoder NAME.
      """,
    subcommands: [
      ModelAddCommand.self, ModelPullCommand.self, ModelListCommand.self, ModelInfoCommand.self,
      ModelRemoveCommand.self,
    ])
}
