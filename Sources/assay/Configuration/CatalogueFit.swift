internal import Explorer
internal import Relevance
internal import Storage

/// What of a configuration names things that a catalogue has not: fields, a scale, saved columns.
struct CatalogueFit {
  let configuration: EffectiveConfiguration
  let workspace: Workspace

  /// Everything that is named and not there, with its line.
  ///
  /// Throws `StorageError` when the index can't be read.
  func problems(settings: Settings) throws -> [ConfigurationProblem] {
    let scale = CatalogueCompanions(workspace.archive).scale
    return try [
      unknownFields(), unknownScale(beside: scale), unusableColumns(scale: scale, settings: settings),
    ].compactMap(\.self)
  }

  /// The fields to be shown that no item has.
  func unknownFields() throws -> ConfigurationProblem? {
    let setting = configuration.fields
    guard let wanted = setting.value else { return nil }
    let roles = ["brand", "category", "price"]
    let known = roles + (try workspace.fieldNames(beside: wanted))
    let missing = wanted.filter { name in !known.contains { $0.utf8.elementsEqual(name.utf8) } }
    guard let first = missing.first else { return nil }
    let list = missing.map { "'\(Diagnostics.spelledOut($0))'" }.joined(separator: ", ")
    return problem(
      setting.origin,
      "'fields' names \(list), which no item has; "
        + Diagnostics.spelledOut(Self.advice(on: first, among: known)))
  }

  private static let mostNamed = 12

  /// The name that was probably meant, or else some of those there are.
  private static func advice(on name: String, among known: [String]) -> String {
    // What lies in a group is known by the last part of its name, too.
    let ends = known.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    let nearest =
      NearestName.of(name, among: known)
      ?? NearestName.of(name, among: ends).flatMap { ends.firstIndex(of: $0) }.map { known[$0] }
    if let nearest { return "did you mean '\(nearest)'?" }
    var listed: [String] = []
    for name in known where !listed.contains(name) { listed.append(name) }
    let more = listed.count > mostNamed ? " and \(listed.count - mostNamed) more" : ""
    return "known are " + listed.prefix(mostNamed).joined(separator: ", ") + more
  }

  private func unknownScale(beside catalogue: Scale) -> ConfigurationProblem? {
    let setting = configuration.scale
    guard let name = setting.value, !catalogue.isNamed(name), Scale.named(name) == nil else { return nil }
    let known = [catalogue.id] + Scale.presets.map(\.id).filter { !catalogue.isNamed($0) }
    return problem(
      setting.origin,
      "'scale' is '\(Diagnostics.spelledOut(name))', which is none; "
        + NearestName.advice(on: name, among: known))
  }

  private func unusableColumns(scale: Scale, settings: Settings) -> ConfigurationProblem? {
    let setting = configuration.columns
    guard let name = setting.value else { return nil }
    do {
      let file = try PresetFile(environment: settings.environment)
      _ = try ColumnPresets(file: file, workspace: workspace, bench: bench(scale)).arrangement(named: name)
      return nil
    } catch {
      let reason = (error as? CommandFailure)?.message ?? "\(error)"
      return problem(setting.origin, "'columns' can't be shown: \(Diagnostics.spelledOut(reason))")
    }
  }

  private func bench(_ scale: Scale) -> Workbench {
    Workbench(
      catalogue: "", encoder: workspace.archive.manifest.source.encoder, dimensions: workspace.dimensions,
      itemCount: workspace.archive.manifest.itemCount, queries: [], qrels: Qrels(),
      judgments: KnownJudgments(Qrels()), scale: scale, journal: "",
      textFields: workspace.textFields, comparesPictures: workspace.comparesPictures)
  }

  private func problem(_ origin: SettingOrigin, _ reason: String) -> ConfigurationProblem {
    if case .file(let path, let line) = origin {
      return ConfigurationProblem(source: path, line: line, reason: reason)
    }
    return ConfigurationProblem(source: "\(origin)", reason: reason)
  }
}
