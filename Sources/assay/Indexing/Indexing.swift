internal import Embeddings
internal import Retrieval
internal import Storage

/// `assay index` behind its flags: finds the catalogue, decides the roles, builds, and says what was done.
struct Indexing {
  let settings: Settings
  let isStrict: Bool
  let isQuiet: Bool

  /// Indexes the catalogue at `path`; with the encoder that comes with the program when none is given.
  func run(
    _ path: String, output: String?, roles declaration: RoleDeclaration, encoder: (any Encoder)? = nil
  ) throws {
    let location = try CatalogueLocation.find(path)
    let resolution = try RoleResolution(location, flags: declaration)
    if resolution.isGuessed { say("fields, guessed from their names: \(resolution.roles.sentence)") }
    let destination = try output ?? IndexPlace.standard(for: location, settings: settings)
    let shelf = EncoderShelf(settings: settings)
    let interruption = Interruption()
    // Whatever runs next, such as the explorer, wants the signals for itself.
    defer { interruption.end() }
    let build = IndexBuild(
      location: location, roles: resolution.roles, encoder: try encoder ?? shelf.defaultEncoder(),
      analyzer: try shelf.analyzer(), destination: destination, isStrict: isStrict,
      interruption: interruption, warn: { Diagnostics.say("warning: \($0)") }, progress: progressLine)
    let start = ContinuousClock.now
    let manifest = try build.run()
    say(summary(of: manifest, at: destination, seconds: (ContinuousClock.now - start) / .seconds(1)))
  }

  private func progressLine(total: Int) -> ProgressLine {
    isQuiet
      ? ProgressLine("encoding", total: total, isTerminal: false, write: { _ in })
      : ProgressLine("encoding", total: total, isTerminal: Diagnostics.isTerminal)
  }

  private func say(_ message: String) {
    if !isQuiet { Diagnostics.say(message) }
  }

  private func summary(of manifest: IndexManifest, at path: String, seconds: Double) -> String {
    var parts = [
      "indexed \(manifest.itemCount) items in \(seconds.fixed(1)) s with \(manifest.source.encoder)"
    ]
    if manifest.source.skippedLines > 0 { parts.append("\(manifest.source.skippedLines) lines skipped") }
    if manifest.source.missingPictures > 0 {
      parts.append("\(manifest.source.missingPictures) pictures missing or broken")
    }
    return parts.joined(separator: "; ") + ": \(path)"
  }
}
