internal import ArgumentParser
internal import Relevance

/// Chooses a scale by its name.
enum ScaleChoice {
  /// The scale called `name`: the catalogue's own, or one of those that need no definition.
  static func named(_ name: String, own: Scale? = nil) throws(CommandFailure) -> Scale {
    if let scale = own, scale.id == name { return scale }
    if let scale = Scale.named(name) { return scale }
    let known = ([own].compactMap(\.self) + Scale.presets).map(\.id).joined(separator: ", ")
    throw .usage("--scale \(name): there is no such scale; there are \(known)")
  }
}
