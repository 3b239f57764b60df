import GRDB
import Relevance

/// The tables of an item store.
///
/// - `items`: one row for each item; `fields` holds all fields as a JSON array of `[name, value]`.
/// - `identifiers`: everything that names an item exactly, the id included.
enum ItemSchema {
  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE items (
          ordinal INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          title TEXT NOT NULL,
          brand TEXT NOT NULL,
          category TEXT NOT NULL,
          price TEXT NOT NULL,
          picture TEXT,
          hash TEXT NOT NULL,
          fields TEXT NOT NULL
        );
        CREATE TABLE identifiers (ordinal INTEGER NOT NULL, identifier TEXT NOT NULL);
        """)
  }

  static let insertItem = "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
  static let insertIdentifier = "INSERT INTO identifiers VALUES (?, ?)"

  /// The fields as the column holds them.
  static func text(of fields: [CatalogueField]) -> String {
    JSONValue.array(fields.map { .array([.string($0.name), .string($0.value)]) }).text
  }

  /// The fields that the column holds, or `nil` for something else.
  static func fields(of text: String) -> [CatalogueField]? {
    guard case .array(let pairs)? = try? JSONParser.parse(Array(text.utf8)) else { return nil }
    var fields: [CatalogueField] = []
    for pair in pairs {
      guard case .array(let parts) = pair, parts.count == 2, let name = parts[0].string,
        let value = parts[1].string
      else { return nil }
      fields.append(CatalogueField(name: name, value: value))
    }
    return fields
  }
}
