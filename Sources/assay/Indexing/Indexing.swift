internal import Embeddings
internal import Retrieval
internal import Storage
internal import TerminalUI

/// `assay index` behind its flags: finds the catalogue, decides the roles, builds, and says what was done.
struct Indexing {
  let settings: Settings
  let isStrict: Bool
  let isQuiet: Bool
  /// Whether everything is made anew, whatever an index that is already there says.
  var isFresh = false
  /// Whether vectors are looked up in the user's cache and kept there, for encoders that take their time.
  var usesVectorCache = true

  private static let customaryLanguage = "english"

  /// Indexes the catalogue at `path` with a `model` of the store, or an encoder; with the one that comes with the
  /// program when neither is given.
  ///
  /// `language` is what the catalogue's settings say, else English, when none is given.
  func run(
    _ path: String, output: String?, roles declaration: RoleDeclaration, language: String? = nil,
    encoder: (any Encoder)? = nil, model: String? = nil
  ) throws {
    let start = ContinuousClock.now
    let location = try CatalogueLocation.find(path)
    let resolution = try RoleResolution(location, flags: declaration)
    if resolution.isGuessed { say("fields, guessed from their names: \(resolution.roles.sentence)") }
    let destination = try output ?? IndexPlace.standard(for: location, model: model, settings: settings)
    let shelf = EncoderShelf(settings: settings)
    let language = language ?? location.settings.language ?? Self.customaryLanguage
    let analyzer = try shelf.analyzer(language: language)
    let interruption = Interruption()
    // Whatever runs next, such as the explorer, wants the signals for itself.
    defer { interruption.end() }
    let added = try model.map { try shelf.model($0, shouldStop: interruption.question) }
    let encoder = try added ?? encoder ?? shelf.defaultEncoder()
    let check = UpToDateCheck(
      location: location, roles: resolution.roles, encoder: encoder, language: language,
      interruption: interruption)
    if let archive = existing(destination), try check.holds(for: archive) {
      let omissions = BuildReport.omissions(of: archive.manifest.source).map { "; " + $0 }.joined()
      return say(
        "up to date: \(Numerals.counted(archive.manifest.itemCount, "item"))\(omissions): \(destination)")
    }
    let build = IndexBuild(
      location: location, roles: resolution.roles, encoder: encoder, language: language,
      analyzer: analyzer, destination: destination, isStrict: isStrict, isFresh: isFresh,
      cache: vectorCache(for: encoder), interruption: interruption, warnings: Warnings(),
      progress: { progressLine(total: $0, tally: (added as? LocalEncoder)?.tally) })
    let report = try build.run()
    say(report.sentence(seconds: (ContinuousClock.now - start) / .seconds(1)) + ": \(destination)")
    ItemLook.afterBuilding(destination, settings: settings)
    if let local = added as? LocalEncoder,
      let sentence = local.tally.current.sentence(limit: local.model.maxTokens)
    {
      say(sentence)
    }
  }

  /// The index that may turn out to be up to date.
  private func existing(_ path: String) -> IndexArchive? {
    guard !isFresh, let archive = try? IndexArchive(path) else { return nil }
    // A strict build has to stop at the lines that a lenient one left out.
    return isStrict && archive.manifest.source.skippedLines > 0 ? nil : archive
  }

  /// The cache of vectors; `nil` for an encoder that is as fast as a cache, or where there is no place for one.
  private func vectorCache(for encoder: any Encoder) -> VectorCache? {
    guard usesVectorCache, encoder.card.batch > 1 || encoder is ServedEncoder,
      let folder = UserFolder.cache.path(in: settings.environment)
    else { return nil }
    return VectorCache(VectorCacheFolder.path(inCache: folder), encoder: encoder.card) { message in
      Diagnostics.say("warning: \(message)")
    }
  }

  private func progressLine(total: Int, tally: EncodingTally?) -> ProgressLine {
    isQuiet
      ? ProgressLine("encoding", total: total, isTerminal: false, write: { _ in })
      : ProgressLine(
        "encoding", total: total, isTerminal: Diagnostics.isTerminal, detail: { tally?.current.pace })
  }

  private func say(_ message: String) {
    if !isQuiet { Diagnostics.say(message) }
  }
}
