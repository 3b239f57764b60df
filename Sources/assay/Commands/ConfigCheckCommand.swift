internal import ArgumentParser
internal import Foundation
internal import Storage
internal import TerminalUI

/// `assay config check`: everything in the configuration that can't be used.
struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Name every mistake in the configuration by its line.",
    discussion: """
      Prints FILE:LINE: what is wrong and, where a name is nearly right, the name that was probably meant. Ends with 1 \
      when there is a mistake; a folder for exports that can't be made or written to and a program to open things \
      with that is not there are some. Without FILE, the user's own configuration is checked, variables of the \
      environment included. With CATALOGUE, also whether it has the fields and the scale that are named, and whether the \
      saved columns that are named can be shown there.
      """)

  @Argument(
    help: ArgumentHelp(
      "A catalogue that has been indexed, or its index; and a configuration file, your own when left out.",
      valueName: "catalogue|file"))
  var paths: [String] = []

  func validate() throws {
    let catalogues = paths.count(where: Self.isCatalogue)
    guard catalogues <= 1, paths.count - catalogues <= 1 else {
      throw ValidationError("one catalogue and one configuration file can be named")
    }
  }

  func run() throws {
    let configuration = try examined()
    let places = ConfiguredPlaces(configuration: configuration, environment: Settings.current.environment)
    var problems = configuration.problems + places.problems
    if let catalogue = paths.first(where: Self.isCatalogue) {
      let workspace = try Workspace.open(catalogue, settings: .current)
      problems += try CatalogueFit(configuration: configuration, workspace: workspace)
        .problems(settings: .current)
    }
    problems.sort { ($0.line ?? .max) < ($1.line ?? .max) }
    for problem in problems { TextOutput.line(Diagnostics.spelledOut("\(problem)")) }
    guard problems.isEmpty else {
      let count = problems.count
      throw CommandFailure(Numerals.counted(count, "mistake"), code: .negative)
    }
    let place = configuration.path.map(Diagnostics.spelledOut)
    TextOutput.line(
      configuration.fileExists
        ? "\(place ?? ""): nothing is wrong" : "there is no \(place ?? "configuration"); the defaults hold")
  }

  /// Whether a path is that of items or of an index rather than of a configuration.
  private static func isCatalogue(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
      || [".jsonl", ".csv", ".tsv"].contains { path.lowercased().hasSuffix($0) }
  }

  private func examined() throws -> EffectiveConfiguration {
    guard let file = paths.first(where: { !Self.isCatalogue($0) }) else {
      return EffectiveConfiguration(settings: .current)
    }
    let read = ConfigurationFile(reading: file)
    guard read.exists else { throw StorageError.missing(path: file, remedy: "name a configuration file") }
    return EffectiveConfiguration(environment: [:], file: read)
  }
}
