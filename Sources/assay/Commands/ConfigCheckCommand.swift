internal import ArgumentParser
internal import Storage

/// `assay config check`: everything in the configuration that can't be used.
struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Name every mistake in the configuration by its line.",
    discussion: """
      Prints FILE:LINE: what is wrong and, where a name is nearly right, the name that was probably meant. Ends with 1 \
      when there is a mistake. Without FILE, the user's own configuration is checked, variables of the environment \
      included.
      """)

  @Argument(help: "A configuration file; your own when left out.")
  var file: String?

  func run() throws {
    let configuration = try examined()
    for problem in configuration.problems { TextOutput.line(Diagnostics.spelledOut("\(problem)")) }
    guard configuration.problems.isEmpty else {
      let count = configuration.problems.count
      throw CommandFailure("\(count) \(count == 1 ? "mistake" : "mistakes")", code: .negative)
    }
    let place = configuration.path.map(Diagnostics.spelledOut)
    TextOutput.line(
      configuration.fileExists
        ? "\(place ?? ""): nothing is wrong" : "there is no \(place ?? "configuration"); the defaults hold")
  }

  private func examined() throws -> EffectiveConfiguration {
    guard let file else { return EffectiveConfiguration(settings: .current) }
    let read = ConfigurationFile(reading: file)
    guard read.exists else { throw StorageError.missing(path: file, remedy: "name a configuration file") }
    return EffectiveConfiguration(environment: [:], file: read)
  }
}
