internal import Foundation

/// The catalogue that comes with the program, which the tour goes through.
struct SampleCatalogue {
  private let assets: URL

  /// Looks beside the program's assets.
  init(assets: URL) {
    self.assets = assets
  }

  /// The catalogue's folder, or a failure that says where it was looked for.
  func locate() throws(CommandFailure) -> String {
    let places = [assets, assets.deletingLastPathComponent()].map {
      $0.appendingPathComponent("sample-catalog").path
    }
    if let found = places.first(where: { FileManager.default.fileExists(atPath: $0 + "/products.jsonl") }) {
      return found
    }
    throw .data(
      "the sample catalogue was not found: looked for \(places.joined(separator: " and ")); name a catalogue of your own: "
        + "assay explore CATALOG --tour")
  }
}
