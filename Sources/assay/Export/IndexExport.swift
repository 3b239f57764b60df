internal import Embeddings
internal import Foundation
internal import Relevance
internal import Retrieval
internal import Storage

/// Writes an index in formats that any other engine reads, item `n` in row or line `n` of each file.
struct IndexExport {
  let archive: IndexArchive
  let analyzer: Analyzer
  let interruption: Interruption

  /// Writes vectors as a NumPy matrix.
  func writeVectors(_ vectors: ExportedVectors, to path: String) throws {
    var file = try NumPyFile(path, rows: vectors.count, columns: vectors.dimensions)
    for ordinal in 0..<vectors.count {
      try stopIfInterrupted(ordinal)
      try file.append(vectors.row(ordinal))
    }
    try file.finish()
  }

  /// Writes one id a line.
  func writeIDs(to path: String) throws {
    let file = try OutputFile(path)
    for id in try archive.items().ids() { try file.write(id.text + "\n") }
    try file.finish()
  }

  /// Writes the searched fields of each item as one JSON object a line, as they are or as the terms they are indexed
  /// under.
  func writeText(to path: String, asTerms: Bool) throws {
    let file = try OutputFile(path)
    let items = try archive.items()
    let searched = archive.manifest.source.roles.text
    for (ordinal, id) in try items.ids().enumerated() {
      try stopIfInterrupted(ordinal)
      var members = ["id": id.text]
      for field in try items.fields(of: UInt32(ordinal)) {
        guard let role = searched.first(where: { field.name == $0 || field.name.hasPrefix($0 + ".") })
        else { continue }
        let value = asTerms ? analyzer.terms(of: field.value).joined(separator: " ") : field.value
        members[role] = members[role].map { $0 + "\n" + value } ?? value
      }
      try file.write(try line(of: members))
    }
    try file.finish()
  }

  /// Writes the vectors of queries, of unit length after the cut.
  func writeQueryVectors(
    _ queries: QuerySet, encoder: any Encoder, dimensions: Int, to path: String
  ) throws {
    var file = try NumPyFile(path, rows: queries.queries.count, columns: dimensions)
    for query in queries.queries {
      let vector = try encoder.encode(query: query.text)
      try file.append(Array(vector.prefix(dimensions)).scaledToUnitLength())
    }
    try file.finish()
  }

  /// Writes each query as `{"id": …, "text": …, "terms": …}`, a line each.
  func writeQueryTerms(_ queries: QuerySet, to path: String) throws {
    let file = try OutputFile(path)
    for query in queries.queries {
      let terms = analyzer.queryTerms(of: query.text).joined(separator: " ")
      try file.write(try line(of: ["id": query.id.text, "text": query.text, "terms": terms]))
    }
    try file.finish()
  }

  private func line(of members: [String: String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(members), as: UTF8.self) + "\n"
  }

  private func stopIfInterrupted(_ ordinal: Int) throws(CommandFailure) {
    guard ordinal.isMultiple(of: 1024), interruption.wasRequested else { return }
    throw CommandFailure(
      "interrupted; the file that was being written is as it was before", code: .interrupted)
  }
}
