internal import Foundation

/// What exported files are called: names that sort by what they are about, then by time.
struct ExportName {
  private let parts: [String]
  private let time: String

  /// Names files about a query over a catalogue, written at a time such as `2026-11-21T13:05:01Z`.
  init(catalogue: String, query: String, time: String) {
    parts = ["assay", Self.slug(catalogue), Self.slug(query)]
    let digits = time.filter(\.isNumber)
    self.time = "\(digits.prefix(8))-\(digits.dropFirst(8).prefix(6))"
  }

  /// The name without an ending, such as `assay-shop-red-mug-20261121-130501`.
  var text: String { Self.joined(parts + [time]) }

  /// A path such as `FOLDER/assay-shop-red-mug-KIND-20261121-130501.ENDING`.
  func path(in folder: String, kind: String, ending: String) -> String {
    URL(fileURLWithPath: folder, isDirectory: true)
      .appendingPathComponent(Self.joined(parts + [kind, time]) + "." + ending).path
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "-")
  }

  private static func slug(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.joined(separator: "-").prefix(40).description
  }
}
