package import Relevance
import Retrieval

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
  /// The scale that items are judged on.
  package var scale: Scale?
  /// What assessors should know, in lines; shown while they judge.
  package var guidelines: String?
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
struct SettingsReader {
  let path: String
  let text: String

  func settings() throws(StorageError) -> CatalogueSettings {
    var settings = CatalogueSettings()
    let table = try parse()
    for entry in table.entries {
      switch entry.key {
      case "name": settings.name = try string(entry)
      case "items": settings.items = try string(entry)
      case "queries": settings.queries = try string(entry)
      case "qrels": settings.qrels = try string(entry)
      case "language": settings.language = try language(entry)
      case "fields": try readFields(try subtable(entry), into: &settings.roles)
      case "weights": settings.roles.weights = try weights(try subtable(entry))
      case "scale": settings.scale = try scale(entry)
      case "guidelines": settings.guidelines = try string(entry)
      case "guidelines_file":
        guard table["guidelines"] == nil else {
          throw malformed(entry, "both 'guidelines' and 'guidelines_file'; keep one of them")
        }
        settings.guidelines = try guidelines(inFile: entry)
      default:
        throw unknown(
          entry,
          known:
            "name, items, queries, qrels, language, guidelines, guidelines_file, [fields], [weights] and [scale]"
        )
      }
    }
    return settings
  }

  private func parse() throws(StorageError) -> TOMLTable {
    do {
      return try TOMLTable(parsing: text)
    } catch {
      throw .malformedLine(path: path, line: error.position.line, reason: error.reason)
    }
  }

  private func readFields(_ table: TOMLTable, into roles: inout RoleDeclaration) throws(StorageError) {
    for entry in table.entries {
      switch entry.key {
      case "id": roles.id = try string(entry)
      case "title": roles.title = try string(entry)
      case "brand": roles.brand = try string(entry)
      case "category": roles.category = try string(entry)
      case "price": roles.price = try string(entry)
      case "currency": roles.currency = try string(entry)
      case "image": roles.image = try string(entry)
      case "text": roles.text = try strings(entry)
      case "identifiers": roles.identifiers = try strings(entry)
      case "display": roles.display = try strings(entry)
      default:
        throw unknown(
          entry, known: "id, title, text, brand, category, price, currency, image, identifiers and display")
      }
    }
  }

  private func language(_ entry: TOMLTable.Entry) throws(StorageError) -> String {
    let name = try string(entry)
    let known = Stemming.allCases.map(\.rawValue)
    guard known.contains(name) else {
      throw malformed(entry, "unknown language '\(name)'; known are \(known.joined(separator: ", "))")
    }
    return name
  }

  func string(_ entry: TOMLTable.Entry) throws(StorageError) -> String {
    guard let value = entry.value.string else { throw wrong(entry, expected: "a text in quotes") }
    return value
  }

  private func strings(_ entry: TOMLTable.Entry) throws(StorageError) -> [String] {
    if let single = entry.value.string { return [single] }
    guard let array = entry.value.array else { throw wrong(entry, expected: "a list of field names") }
    let names = array.compactMap(\.string)
    guard names.count == array.count else { throw wrong(entry, expected: "a list of field names") }
    return names
  }

  func subtable(_ entry: TOMLTable.Entry) throws(StorageError) -> TOMLTable {
    guard let table = entry.value.table else { throw wrong(entry, expected: "a table [\(entry.key)]") }
    return table
  }

  private func weights(_ table: TOMLTable) throws(StorageError) -> [String: Double] {
    var weights: [String: Double] = [:]
    for entry in table.entries {
      guard let weight = entry.value.number, weight.isFinite, weight >= 0 else {
        throw wrong(entry, expected: "a weight of 0 or more")
      }
      weights[entry.key] = weight
    }
    return weights
  }

  func wrong(_ entry: TOMLTable.Entry, expected: String) -> StorageError {
    malformed(entry, "'\(entry.key)' must be \(expected)")
  }

  func unknown(_ entry: TOMLTable.Entry, known: String) -> StorageError {
    malformed(entry, "unknown key '\(entry.key)'; known are \(known)")
  }

  func malformed(_ entry: TOMLTable.Entry, _ reason: String) -> StorageError {
    .malformedLine(path: path, line: entry.position.line, reason: reason)
  }
}
