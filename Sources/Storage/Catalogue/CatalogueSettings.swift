import Retrieval
import TOMLKit

/// What `catalog.toml` says about the catalogue it lies in.
package struct CatalogueSettings: Hashable, Sendable {
  /// The name of the file in the catalogue's folder.
  package static let fileName = "catalog.toml"

  /// What to call the catalogue.
  package var name: String?
  /// The file that holds the items, relative to the folder.
  package var items: String?
  /// A query set for the catalogue, relative to the folder.
  package var queries: String?
  /// Judgments for that query set, relative to the folder.
  package var qrels: String?
  /// The language that text is stemmed in and whose stop words a query leaves out, as its stemmer is called.
  package var language: String?
  /// Which field plays which role.
  package var roles = RoleDeclaration()

  /// Says nothing.
  package init() {}

  /// Reads the settings of a folder.
  /// - Returns: empty settings when the folder has none.
  /// - Throws: `StorageError.malformedLine` for a syntax error, an unknown key or a value of the wrong type.
  package static func read(folder: String) throws(StorageError) -> CatalogueSettings {
    let path = Path.join(folder, fileName)
    guard Path.exists(path) else { return CatalogueSettings() }
    let bytes = try AtomicFile.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .malformed(path: path, reason: "not valid UTF-8")
    }
    return try SettingsReader(path: path, text: text).settings()
  }
}

/// Turns a TOML table into settings, key by key, so that a misspelt key is found.
private struct SettingsReader {
  let path: String
  let text: String

  func settings() throws(StorageError) -> CatalogueSettings {
    var settings = CatalogueSettings()
    let table = try parse()
    for key in table.keys.sorted() {
      switch key {
      case "name": settings.name = try string(table, key)
      case "items": settings.items = try string(table, key)
      case "queries": settings.queries = try string(table, key)
      case "qrels": settings.qrels = try string(table, key)
      case "language": settings.language = try language(table, key)
      case "fields": try readFields(try subtable(table, key), into: &settings.roles)
      case "weights": settings.roles.weights = try weights(try subtable(table, key))
      default: throw unknown(key, known: "name, items, queries, qrels, language, [fields] and [weights]")
      }
    }
    return settings
  }

  private func parse() throws(StorageError) -> TOMLTable {
    try checkHeaders()
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw .malformedLine(path: path, line: error.source.begin.line, reason: error.description)
    } catch {
      throw .malformed(path: path, reason: "\(error)")
    }
  }

  /// Makes sure that a name follows every `[` at the start of a line: toml++ 3.4 takes that for granted, and ends the
  /// process where something else does.
  private func checkHeaders() throws(StorageError) {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      func withoutBlanks(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        scalars.drop { $0.properties.isWhitespace || $0 == "\u{feff}" }
      }
      var rest = withoutBlanks(line)
      guard rest.first == "[" else { continue }
      rest = withoutBlanks(rest.dropFirst())
      if rest.first == "[" { rest = withoutBlanks(rest.dropFirst()) }
      let isName = rest.first.map {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789_-\"']".unicodeScalars.contains($0))
      }
      guard isName == true else {
        throw .malformedLine(path: path, line: index + 1, reason: "expected the name of a table after '['")
      }
    }
  }

  private func readFields(_ table: TOMLTable, into roles: inout RoleDeclaration) throws(StorageError) {
    for key in table.keys.sorted() {
      switch key {
      case "id": roles.id = try string(table, key)
      case "title": roles.title = try string(table, key)
      case "brand": roles.brand = try string(table, key)
      case "category": roles.category = try string(table, key)
      case "price": roles.price = try string(table, key)
      case "currency": roles.currency = try string(table, key)
      case "image": roles.image = try string(table, key)
      case "text": roles.text = try strings(table, key)
      case "identifiers": roles.identifiers = try strings(table, key)
      case "display": roles.display = try strings(table, key)
      default:
        throw unknown(
          key, known: "id, title, text, brand, category, price, currency, image, identifiers and display")
      }
    }
  }

  private func language(_ table: TOMLTable, _ key: String) throws(StorageError) -> String {
    let name = try string(table, key)
    let known = Stemming.allCases.map(\.rawValue)
    guard known.contains(name) else {
      throw .malformedLine(
        path: path, line: line(of: key),
        reason: "unknown language '\(name)'; known are \(known.joined(separator: ", "))")
    }
    return name
  }

  private func string(_ table: TOMLTable, _ key: String) throws(StorageError) -> String {
    guard let value = table[key]?.string else { throw wrong(key, expected: "a text in quotes") }
    return value
  }

  private func strings(_ table: TOMLTable, _ key: String) throws(StorageError) -> [String] {
    if let single = table[key]?.string { return [single] }
    guard let array = table[key]?.array else { throw wrong(key, expected: "a list of field names") }
    let names = array.compactMap { $0.string }
    guard names.count == array.count else { throw wrong(key, expected: "a list of field names") }
    return names
  }

  private func subtable(_ table: TOMLTable, _ key: String) throws(StorageError) -> TOMLTable {
    guard let value = table[key]?.table else { throw wrong(key, expected: "a table [\(key)]") }
    return value
  }

  private func weights(_ table: TOMLTable) throws(StorageError) -> [String: Double] {
    var weights: [String: Double] = [:]
    for key in table.keys.sorted() {
      guard let weight = table[key]?.double ?? table[key]?.int.map(Double.init), weight.isFinite, weight >= 0
      else {
        throw wrong(key, expected: "a weight of 0 or more")
      }
      weights[key] = weight
    }
    return weights
  }

  private func wrong(_ key: String, expected: String) -> StorageError {
    .malformedLine(path: path, line: line(of: key), reason: "'\(key)' must be \(expected)")
  }

  private func unknown(_ key: String, known: String) -> StorageError {
    .malformedLine(path: path, line: line(of: key), reason: "unknown key '\(key)'; known are \(known)")
  }

  /// The first line that assigns the key or opens its table; the parser does not keep positions.
  private func line(of key: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = lines.firstIndex { line in
      let start = line.drop { " \t[\"'".contains($0) }
      guard start.hasPrefix(key) else { return false }
      return start.dropFirst(key.count).first.map { " \t=]\"'.\r".contains($0) } ?? true
    }
    return (index ?? 0) + 1
  }
}
