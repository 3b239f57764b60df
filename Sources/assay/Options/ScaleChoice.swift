internal import ArgumentParser
internal import Relevance

internal import Storage

/// Chooses a scale by its name.
enum ScaleChoice {
  /// The scale called `name`: the catalogue's own, or one of those that need no definition.
  static func named(_ name: String, own: Scale? = nil) throws(CommandFailure) -> Scale {
    if let scale = own, scale.isNamed(name) { return scale }
    if let scale = Scale.named(name) { return scale }
    let known = ([own].compactMap(\.self) + Scale.presets).map(\.id).joined(separator: ", ")
    throw .usage("--scale \(name): there is no such scale; there are \(known)")
  }

  /// The scale of the grades in a judgment file: the one that was asked for, the format's only one, the one that the file
  /// names, the catalogue's, or 0 to 3.
  /// - Throws: when the file names one that nobody here knows.
  static func of(
    _ reading: FormatReading, asked: String?, format: any JudgmentFormat, own: Scale?
  ) throws(CommandFailure) -> Scale {
    if let asked { return try named(asked, own: own) }
    if let only = format.scale { return only }
    guard let mentioned = reading.scale else { return own ?? .zeroToThree }
    let known = [own].compactMap(\.self) + Scale.presets
    if let scale = known.first(where: mentioned.means) { return scale }
    if case .names = mentioned {
      Diagnostics.say(
        "the file's labels (\(mentioned)) are those of no known scale; its grades are taken as numbers, choose with "
          + "--scale")
      return own ?? .zeroToThree
    }
    throw .usage(
      "the file's grades are on the scale \(mentioned), which is not known here; name the catalogue that defines it "
        + "with --index, or choose another with --scale (\(known.map(\.id).joined(separator: ", ")))")
  }
}
