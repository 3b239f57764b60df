internal import ArgumentParser

/// The program.
@main
struct Assay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "A terminal workbench for search relevance.")
}
