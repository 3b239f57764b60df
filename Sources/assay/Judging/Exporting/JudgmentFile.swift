internal import Foundation
internal import Relevance
internal import Storage

/// A judgment file on its way to the disk or to standard output.
enum JudgmentFile {
  /// Writes judgments in a format to a file, or to standard output; what was left out goes to standard error.
  static func write(
    _ export: JudgmentExport, as format: any JudgmentFormat, locale: String, to path: String?
  ) throws {
    var options = FormatOptions(fileName: path.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "")
    options.scale = export.scale
    options.locale = locale
    let output: FormatOutput
    do {
      output = try format.write(export.judgments, options: options)
    } catch {
      throw CommandFailure.data("\(format.name): \(error)")
    }
    if let path, let companion = output.companion { try write(companion, beside: path) }
    let text = String(decoding: output.bytes, as: UTF8.self)
    try TextOutput.write(text, to: path)
    if format.hasTRECColumns { TRECOutput.sayEscapes(in: text) }
    if !format.carriesScale(options), Scale.named(export.scale.id) == nil {
      let names = export.scale.grades.map { "\($0) \(export.scale.name(of: $0) ?? "")" }
      Diagnostics.say(
        "\(format.name) has no place for the scale '\(export.scale.id)' (\(names.joined(separator: ", "))): its grades are "
          + "numbers there, to be imported with --scale \(export.scale.id)")
    }
    for (what, count) in output.omitted.sorted(by: { $0.key < $1.key }) {
      Diagnostics.say("\(format.name) has no place for \(count) × \(what); left out")
    }
  }

  /// Writes the second file of a format, but not over somebody else's.
  private static func write(_ companion: FormatOutput.Companion, beside path: String) throws {
    let place = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(companion.name)
      .path
    if FileManager.default.fileExists(atPath: place), try AtomicFile.read(place) != companion.bytes {
      throw StorageError.unwritable(
        path: place, reason: "another file is in the way; export to an empty folder")
    }
    try AtomicFile.write(companion.bytes, to: place)
  }
}
