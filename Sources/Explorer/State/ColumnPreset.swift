/// Columns that were saved under a name.
package struct ColumnPreset: Hashable, Sendable {
  /// The name.
  package let name: String
  /// How each column ranks, left to right; empty when that can't be told here.
  package let columns: [RankingSettings]
  /// What stands in the way of loading them here, with the line of the file; `nil` when nothing does.
  package let problem: String?

  /// Makes a preset.
  package init(name: String, columns: [RankingSettings], problem: String? = nil) {
    self.name = name
    self.columns = columns
    self.problem = problem
  }
}

/// What the file of presets holds.
package struct SavedPresets: Hashable, Sendable {
  /// The file.
  package let path: String
  /// In the order of the file.
  package let presets: [ColumnPreset]
  /// Why the file can't be read; `nil` when it can, or is not there yet.
  package let failure: String?

  /// Makes a list.
  package init(path: String, presets: [ColumnPreset], failure: String? = nil) {
    self.path = path
    self.presets = presets
    self.failure = failure
  }
}

/// The list of saved columns while it shows.
package struct PresetList: Hashable, Sendable {
  /// What is saved; `nil` while the file is being read.
  package internal(set) var saved: SavedPresets?
  /// The preset that commands go to.
  package internal(set) var cursor = 0
  /// The preset that the next press of the key deletes.
  var doomed: String?

  /// The preset that commands go to.
  var chosen: ColumnPreset? {
    guard let presets = saved?.presets, presets.indices.contains(cursor) else { return nil }
    return presets[cursor]
  }
}
