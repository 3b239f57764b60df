internal import Relevance
internal import Storage

/// Finds what grades are worth by what stands on the command line.
enum GainsChoice {
  /// What can be written, for help texts and messages.
  static let language =
    "linear, exp, esci-paper, esci-script, pairs as in 3=1,2=0.1, or a gain map that catalog.toml declares under [scale.gains]: its name, or CATALOG:NAME"

  /// The gains that `text` means: well-known ones, pairs, a map of the scale at hand, or one of another catalogue's scale.
  /// - Throws: `CommandFailure` that says what could have been named, and `StorageError` for a catalogue that can't be
  ///   read.
  static func named(_ text: String, scale: Scale?) throws -> Gains {
    if let gains = Gains(named: text) { return gains }
    if let map = scale?.gains(named: text) { return .custom(map) }
    if let colon = text.lastIndex(of: ":"), colon != text.startIndex {
      let (path, name) = (String(text[..<colon]), String(text[text.index(after: colon)...]))
      let declared = try CatalogueLocation.find(path).settings.scale
      if let map = declared?.gains(named: name) { return .custom(map) }
      throw CommandFailure.usage("--gains \(text): \(maps(of: declared, at: path))")
    }
    let own = scale.map { "; \(maps(of: $0, at: "the index's catalogue"))" } ?? ""
    throw CommandFailure.usage("--gains '\(text)': expected \(language)\(own)")
  }

  private static func maps(of scale: Scale?, at place: String) -> String {
    guard let scale, !scale.gains.isEmpty else { return "\(place) declares no gain map" }
    let names = scale.gains.keys.sorted().joined(separator: ", ")
    return "\(place) declares \(names) on the scale \(scale.id)"
  }
}
