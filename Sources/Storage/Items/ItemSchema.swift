import GRDB
internal import JSON
import Relevance

/// The tables of an item store.
///
/// - `items`: one row for each item; `lost` is a picture that the catalogue names and that could not be used; `fields`
///   holds all fields as a JSON array of `[name, value]`.
/// - `identifiers`: everything that names an item exactly, the id included, under their `IdentifierKey`.
/// - `facets`: the fields to filter by.
/// - `facet_texts`: the items that have a value, ascending little-endian 32-bit ordinals.
/// - `facet_numbers`: the numbers of a field, ascending 64-bit floats, and their items in the same order.
enum ItemSchema {
  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE items (
          ordinal INTEGER PRIMARY KEY,
          id TEXT NOT NULL,
          title TEXT NOT NULL,
          brand TEXT NOT NULL,
          category TEXT NOT NULL,
          price TEXT NOT NULL,
          picture TEXT,
          lost TEXT,
          hash TEXT NOT NULL,
          fields TEXT NOT NULL
        );
        CREATE TABLE identifiers (name TEXT NOT NULL, ordinal INTEGER NOT NULL);
        CREATE TABLE facets (
          field INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          role TEXT
        );
        CREATE TABLE facet_texts (
          field INTEGER NOT NULL,
          value TEXT NOT NULL,
          ordinals BLOB NOT NULL,
          PRIMARY KEY (field, value)
        ) WITHOUT ROWID;
        CREATE TABLE facet_numbers (
          field INTEGER PRIMARY KEY,
          numbers BLOB NOT NULL,
          ordinals BLOB NOT NULL
        );
        """)
  }

  /// Sorting once at the end is several times faster than keeping an index in order while rows arrive.
  static func createIndexes(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE UNIQUE INDEX items_id ON items (id);
        CREATE INDEX identifiers_name ON identifiers (name, ordinal);
        """)
  }

  static let insertItem = "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
  static let insertIdentifier = "INSERT INTO identifiers VALUES (?, ?)"
  static let insertFacet = "INSERT INTO facets VALUES (?, ?, ?, ?)"
  static let insertText = "INSERT INTO facet_texts VALUES (?, ?, ?)"
  static let insertNumbers = "INSERT INTO facet_numbers VALUES (?, ?, ?)"

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
