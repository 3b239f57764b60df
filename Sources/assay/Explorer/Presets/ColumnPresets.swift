internal import Explorer
internal import Retrieval
internal import Storage

/// The saved columns, as the indexes that are open understand them.
struct ColumnPresets: Sendable {
  let file: PresetFile
  let workspace: Workspace
  let bench: Workbench

  /// What is saved, and what of it can be loaded here.
  var saved: SavedPresets {
    do {
      let presets = try file.read().map { preset in
        do throws(CommandFailure) {
          return ColumnPreset(name: preset.name, columns: try columns(of: preset))
        } catch {
          return ColumnPreset(name: preset.name, columns: [], problem: error.message)
        }
      }
      return SavedPresets(path: file.path, presets: presets)
    } catch {
      return SavedPresets(path: file.path, presets: [], failure: "\(error)")
    }
  }

  /// The columns that are saved under a name.
  ///
  /// Throws `StorageError` for a file that can't be read; `CommandFailure` for a name that is not there, with those
  /// that are, or for columns that can't be shown here, with their line.
  func arrangement(named name: String) throws -> ColumnArrangement {
    let presets = try file.read()
    guard let preset = presets.first(where: { $0.isCalled(name) }) else {
      let known = presets.isEmpty ? "none is" : "saved are " + presets.map(\.name).joined(separator: ", ")
      throw CommandFailure.usage("\(file.path): no preset is called '\(name)'; \(known)")
    }
    return ColumnArrangement(settings: try columns(of: preset))
  }

  /// Saves columns under a name.
  ///
  /// Throws `CommandFailure` for a column that the words of a preset have no way to say, and for a name that is taken
  /// unless it `mayReplace` what is saved under it; nothing is written then.
  /// - Returns: Whether something was saved under the name before.
  @discardableResult
  func save(_ preset: ColumnPreset, mayReplace: Bool = true) throws -> Bool {
    let isTaken = try file.read().contains { $0.isCalled(preset.name) }
    guard mayReplace || !isTaken else {
      throw CommandFailure.usage(
        "“\(preset.name)” is saved already in \(file.path); nothing is saved, save again to replace it")
    }
    let texts = preset.columns.map { $0.specification(customary: bench.lexical) }
    for (settings, text) in zip(preset.columns, texts) {
      let read = try? self.settings(text)
      guard let read, Self.rankAlike(read, settings) else {
        throw CommandFailure.usage(
          "the column \(settings.name) can't be written as '\(text)'; nothing is saved")
      }
    }
    try file.save(preset.name, columns: texts)
    return isTaken
  }

  /// Whether two columns execute the same; how lanes are fused matters only where there are two.
  static func rankAlike(_ first: RankingSettings, _ second: RankingSettings) -> Bool {
    var (one, other) = (first.plan(depth: 1), second.plan(depth: 1))
    if one.mode != .hybrid {
      (one.fusion, one.fusionDepth) = (other.fusion, other.fusionDepth)
    }
    return one == other
  }

  private func columns(of preset: PresetFile.Preset) throws(CommandFailure) -> [RankingSettings] {
    func fail(_ reason: String) -> CommandFailure {
      .data("\(file.path), line \(preset.line): preset '\(preset.name)': \(reason)")
    }
    guard (1...ColumnArrangement.most).contains(preset.columns.count) else {
      throw fail("\(preset.columns.count) columns; 1 to \(ColumnArrangement.most) can be shown")
    }
    return try preset.columns.map { text throws(CommandFailure) in
      do throws(CommandFailure) { return try settings(text) } catch { throw fail(error.message) }
    }
  }

  private func settings(_ text: String) throws(CommandFailure) -> RankingSettings {
    guard let specification = try ColumnSpecification(text) else {
      let modes = RankingMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("\(text): a column begins with one of \(modes), as in dense:64,int8")
    }
    guard specification.index == nil else {
      throw .usage("\(text): a preset names a model, as in model=NAME, and no index")
    }
    let model = try model(specification.model, of: text)
    let place = model?.place ?? 0
    var plan = try specification.plan(for: workspace.side(place), depth: 1, warns: false)
    plan.dense?.model = place
    return RankingSettings(plan, of: bench, model: model)
  }

  /// The model called `name`, or the first one; `nil` where there is only one.
  private func model(_ name: String?, of text: String) throws(CommandFailure) -> VectorModel? {
    guard let name else { return bench.models.first }
    if bench.models.isEmpty, bench.modelName(at: 0) == name { return nil }
    if let model = bench.models.first(where: { $0.name == name }) { return model }
    let open = bench.models.isEmpty ? [bench.modelName(at: 0)] : bench.models.map(\.name)
    throw .usage(
      "\(text): the model '\(name)' is not open, only \(open.joined(separator: ", ")); open an index of its "
        + "vectors with --with INDEX")
  }
}
