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
      "format \(manifest.version), generation \(manifest.generation), \(Numerals.counted(manifest.itemCount, "item")), vectors by "
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

  /// Writes the files, each whole or not at all, under a name that no file has yet.
  /// - Returns: their names, that of the one to read first.
  func write(as format: ExportFormat, into folder: String) throws -> [String] {
    let folder = URL(fileURLWithPath: folder, isDirectory: true)
    func path(_ name: String, _ ending: String) -> String {
      folder.appendingPathComponent(name + ending).path
    }
    func freeName(_ endings: String...) -> String {
      var (name, number) = (self.name, 1)
      while endings.contains(where: { FileManager.default.fileExists(atPath: path(name, $0)) }) {
        number += 1
        name = "\(self.name)-\(number)"
      }
      return name
    }
    switch format {
    case .html:
      let name = freeName(".html")
      try UserFile.write(HTMLReport(self).text, to: path(name, ".html"))
      return [name + ".html"]
    case .markdown:
      let name = freeName(".md", ".png")
      let sheet = pictures.sheet(of: comparison)
      if let sheet { try UserFile.write(sheet, to: path(name, ".png")) }
      let report = MarkdownReport(self, sheet: sheet == nil ? nil : name + ".png")
      try UserFile.write(report.text, to: path(name, ".md"))
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
