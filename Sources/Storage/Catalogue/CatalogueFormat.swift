/// The file formats of a catalogue, told apart by the file's suffix.
package enum CatalogueFormat: String, CaseIterable, Hashable, Sendable, Codable {
  /// One JSON object per line.
  case jsonLines
  /// Comma-separated values with a heading line (RFC 4180).
  case commaSeparated
  /// Tab-separated values with a heading line.
  case tabSeparated

  /// The suffixes, without the dot, in lower case.
  package var suffixes: [String] {
    switch self {
    case .jsonLines: ["jsonl", "ndjson"]
    case .commaSeparated: ["csv"]
    case .tabSeparated: ["tsv"]
    }
  }

  /// The format of a file by its name, or `nil` for an unknown suffix.
  package init?(path: String) {
    let suffix = Path.suffix(path)
    guard let format = Self.allCases.first(where: { $0.suffixes.contains(suffix) }) else { return nil }
    self = format
  }

  func source(_ path: String) throws(StorageError) -> any RecordSource {
    switch self {
    case .jsonLines: try JSONLinesSource(path)
    case .commaSeparated: try DelimitedSource(path, dialect: .commas)
    case .tabSeparated: try DelimitedSource(path, dialect: .tabs)
    }
  }
}
