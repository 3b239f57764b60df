internal import Explorer
internal import Foundation
internal import Relevance
internal import Retrieval
internal import Storage
internal import TerminalUI

/// A comparison on its way into files: what the screen said, what it was made from, and how to make it again.
struct ComparisonExport {
  let comparison: ComparisonSnapshot
  /// Where the index lies.
  let index: String
  /// The generation of the index and the model's fingerprint, which together name what was searched.
  let indexIdentity: String
  /// When it was written.
  let time: String
  /// The command that prints each column's answer, in the columns' order.
  let commands: [String]
  let pictures: ExportedPictures

  init(_ comparison: ComparisonSnapshot, workspace: Workspace, time: String = Timestamp.now()) {
    let manifest = workspace.archive.manifest
    self.comparison = comparison
    self.time = time
    index = workspace.archive.path
    indexIdentity =
      "format \(manifest.version), generation \(manifest.generation), \(manifest.itemCount) items, vectors by "
      + "\(manifest.source.encoder) (\(manifest.source.fingerprint.prefix(12)))"
    pictures = ExportedPictures(folder: workspace.pictures)
    commands = comparison.columns.map { column in
      let side = workspace.side(column.plan.dense?.model ?? 0)
      return SearchArguments(
        column.plan, query: comparison.query.text, index: side.archive.path, weights: workspace.fieldWeights,
        top: ComparisonSnapshot.depth
      ).shellText
    }
  }

  /// Writes the files, each whole or not at all.
  /// - Returns: their names, that of the one to read first.
  func write(as format: ExportFormat, into folder: String) throws -> [String] {
    let place = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(name)
    switch format {
    case .html:
      let path = place.path + ".html"
      try UserFile.write(HTMLReport(self).text, to: path)
      return [name + ".html"]
    case .markdown:
      let path = place.path + ".md"
      let sheet = pictures.sheet(of: comparison)
      if let sheet { try UserFile.write(sheet, to: place.path + ".png") }
      try UserFile.write(MarkdownReport(self, sheet: sheet == nil ? nil : name + ".png").text, to: path)
      return [name + ".md"] + (sheet == nil ? [] : [name + ".png"])
    }
  }

  /// `assay-shop-red-mug-20261121-130501`: names of files that sort by what they are about, then by time.
  private var name: String {
    ExportName(catalogue: comparison.catalogue, query: comparison.query.text, time: time).text
  }

  /// Facts about the whole, as name and value.
  var facts: [(String, String)] {
    [
      ("catalogue", comparison.catalogue), ("index", index), ("built", indexIdentity),
      ("query id", comparison.query.id.text), ("written", "\(time) by assay \(Version.current)"),
    ]
  }
}
