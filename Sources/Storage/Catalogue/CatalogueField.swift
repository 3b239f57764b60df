/// One named value of a record, as text that is safe to show; nested names are joined by dots.
package struct CatalogueField: Hashable, Sendable {
  /// The name in the catalogue, such as `attributes.colour`.
  package let name: String
  /// The value; never empty.
  package let value: String

  /// Makes a field.
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension CatalogueField {
  /// Whether the field lies inside the object called `name`.
  func isNested(in name: String) -> Bool {
    // By bytes: this is asked for every field and role of every record.
    let (own, outer) = (self.name.utf8, name.utf8)
    guard own.count > outer.count, own.starts(with: outer) else { return false }
    return own[own.index(own.startIndex, offsetBy: outer.count)] == UInt8(ascii: ".")
  }
}

/// The fields of one record before they have roles.
struct RawRecord {
  /// Where the record begins, from 1.
  let line: Int
  /// In the order of the file, names unique, values not empty; several values of one name are joined by `, `.
  let fields: [CatalogueField]
  /// The single values of the names that had several.
  let parts: [String: [String]]

  init(line: Int, values: some Sequence<(name: String, value: String)>) {
    var names: [String] = []
    var grouped: [String: [String]] = [:]
    for (name, value) in values {
      let (name, value) = (PlainText.sanitised(name), PlainText.sanitised(value))
      guard !value.isEmpty else { continue }
      if grouped[name] == nil { names.append(name) }
      grouped[name, default: []].append(value)
    }
    self.line = line
    fields = names.map { CatalogueField(name: $0, value: (grouped[$0] ?? []).joined(separator: ", ")) }
    parts = grouped.filter { $0.value.count > 1 }
  }

  /// The field called `name` and those nested in it.
  func fields(_ name: String) -> [CatalogueField] {
    fields.filter { $0.name == name || $0.isNested(in: name) }
  }

  /// The values of the field called `name` and of those nested in it, elements of a list apart.
  func values(_ name: String) -> [String] {
    fields(name).flatMap { parts[$0.name] ?? [$0.value] }
  }

  /// The values of `name` as one text, or `nil` when there is none.
  func text(_ name: String?) -> String? {
    let values = name.map(values) ?? []
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }
}
