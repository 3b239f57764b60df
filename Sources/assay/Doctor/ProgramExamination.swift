internal import Embeddings
internal import Foundation
internal import OpenVINOBackend
internal import Retrieval
internal import Storage
internal import TerminalUI

/// What `assay doctor` knows without an index: what this program is, and where it looks for things.
struct ProgramExamination: Examination {
  let version: String
  let executable: String
  let processors: Int
  let kernels: String
  /// The system's libraries that were loaded, by file names that end with their versions.
  let libraries: [String]
  /// The folder with the encoder and the word lists; `nil` when it is not found.
  let assets: String?
  /// The encoder that comes with the program; `nil` when it can't be read.
  let encoder: String?
  let fingerprint: String?
  let dimensions: [Int]?
  /// The release of OpenVINO and where it lies, or why there is none; models need it, nothing else does.
  let runtime: String
  /// The models that were added, by their names and ids.
  let models: [String]
  /// How large the cache of models' vectors is and where it lies; `nil` without a home.
  let vectorCache: String?
  /// Where an index of the current folder is, or would be made; `nil` when no catalogue is there.
  let index: String?
  let isIndexed: Bool
  /// What that index is made of and whether it still is; `nil` while it was not examined.
  var indexExamination: IndexExamination?
  /// Where the log, sessions, past queries and copies are kept.
  let state: String
  /// How many arrangements of columns are saved, and where.
  let presets: String
  /// The configuration, and whether it is there.
  let configuration: String?
  let hasConfiguration: Bool
  /// Everything wrong in it.
  let mistakes: [String]
  /// The terminal this runs in; `nil` for a pipe or a file.
  let terminal: TerminalExamination?
  let assessor: String
  /// What is not as it should be.
  var findings: [String]

  init(settings: Settings, folder: String = ".") {
    version = Version.current
    executable = AssetLocator.runningExecutable.path
    processors = WorkerPool.shared.threads
    kernels = KernelPath.name
    libraries = LoadedLibraries.names
    state = settings.stateFolder
    presets = Self.presets(settings)
    let configured = EffectiveConfiguration(settings: settings)
    configuration = configured.path
    hasConfiguration = configured.fileExists
    mistakes = configured.problems.map(\.description)
    terminal = TerminalExamination(settings: settings, configuration: configured)
    assessor = settings.assessor
    var findings: [String] = []
    assets = try? AssetLocator(environment: settings.environment).locate().path
    do {
      let card = try EncoderShelf(settings: settings).defaultEncoder().card
      (encoder, fingerprint, dimensions) = (card.id, card.fingerprint, card.dimensions)
    } catch {
      (encoder, fingerprint, dimensions) = (nil, nil, nil)
      findings.append((error as? CommandFailure)?.message ?? "\(error)")
    }
    runtime = Self.runtime(settings)
    let store = try? ModelStore(environment: settings.environment)
    models =
      (try? store?.names())?.map { name in
        switch store.map({ StoredModel(name, in: $0) }) {
        case .local(let card): return card.id
        case .served(let model): return "\(model.id) on \(model.address)"
        default: return "\(name), whose card is damaged"
        }
      } ?? []
    vectorCache = Self.vectorCache(settings)
    let places = (try? CatalogueLocation.find(folder)).flatMap {
      try? CataloguePlaces($0, environment: settings.environment)
    }
    index = places?.existingIndex ?? places?.index
    isIndexed = places?.existingIndex != nil
    self.findings = findings
  }

  private static func runtime(_ settings: Settings) -> String {
    do throws(EncoderError) {
      let runtime = try OpenVINORuntime.open(by: settings)
      return "OpenVINO \(runtime.version), \(runtime.path)"
    } catch {
      return error.description
    }
  }

  private static func vectorCache(_ settings: Settings) -> String? {
    guard let cache = UserFolder.cache.path(in: settings.environment) else { return nil }
    let path = VectorCacheFolder.path(inCache: cache)
    let contents = VectorCacheFolder.contents(of: path)
    guard contents.bytes > 0 else { return "empty, \(path)" }
    let most = VectorCache.customaryCapacity >> 20
    return "\(max(1, contents.bytes >> 20)) of at most \(most) MiB, vectors of \(contents.encoders) "
      + "\(contents.encoders == 1 ? "model" : "models"); clear it with: rm -r \(path)"
  }

  private static func presets(_ settings: Settings) -> String {
    do throws(StorageError) {
      let file = try PresetFile(environment: settings.environment)
      let count = try file.read().count
      return (count == 0 ? "none saved" : "\(count) saved") + ", \(file.path)"
    } catch {
      return "\(error)"
    }
  }

  /// The examination for a reader, in aligned lines.
  var table: String {
    let place = index.map { Diagnostics.spelledOut($0) + (isIndexed ? "" : " (not made yet)") }
    let facts: [(String, String?)] =
      [
        ("assay", version), ("program", Diagnostics.spelledOut(executable)),
        ("processors", "\(processors), vectors scanned by \(kernels)"),
        ("libraries", libraries.isEmpty ? nil : libraries.joined(separator: ", ")),
        ("assets", assets.map(Diagnostics.spelledOut)), ("encoder", encoder), ("fingerprint", fingerprint),
        ("dimensions", dimensions?.map(String.init).joined(separator: ", ")),
        ("runtime", Diagnostics.spelledOut(runtime)),
        (
          "models",
          models.isEmpty ? "none added; add one with: assay model add FOLDER" : models.joined(separator: ", ")
        ),
        ("vectors", vectorCache.map(Diagnostics.spelledOut)),
        ("index", place ?? "none: there is no catalogue in the current folder"),
        ("state", Diagnostics.spelledOut(state) + " (log, sessions, past queries, copies)"),
        ("assessor", Diagnostics.spelledOut(assessor)),
        (
          "settings",
          (configuration.map(Diagnostics.spelledOut) ?? "no home folder")
            + (hasConfiguration ? "" : " (not there; the defaults hold)")
        ), ("presets", Diagnostics.spelledOut(presets)),
      ] + (terminal?.facts ?? [("terminal", "none: run this in a terminal to have it examined")])
    let lines = facts.map { $0.rightPadded(to: 12) + ($1 ?? "not found") }
    let health = indexExamination.map { "\n" + $0.table } ?? ""
    return (lines + findings.map(Diagnostics.spelledOut) + advice).joined(separator: "\n") + "\n" + health
  }

  /// What could be better without anything being broken, each with what mends it.
  private var advice: [String] {
    let mistaken = mistakes.first.map { first in
      let others = mistakes.count > 1 ? " and \(mistakes.count - 1) more" : ""
      return [Diagnostics.spelledOut(first) + others, "  mend it with: assay config check"]
    }
    let findings = (terminal?.findings ?? []).flatMap { finding in
      [Diagnostics.spelledOut(finding.finding), "  mend it with: \(finding.remedy)"]
    }
    let lines = (mistaken ?? []) + findings
    return lines.isEmpty ? [] : [""] + lines
  }
}
