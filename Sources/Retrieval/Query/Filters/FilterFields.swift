/// The fields that the queries of one catalogue may filter by.
package struct FilterFields: Hashable, Sendable {
  /// In the order of the catalogue.
  package let fields: [FilterField]
  private let names: [String: Int]

  /// Makes a set of fields.
  ///
  /// A field is also found by the last component of its name (`color` for `attributes.color`) when no field is
  /// called that itself and no other has the same last component, and by its roles (`brand` for `manufacturer`) when
  /// no field is called that.
  /// - Parameters:
  ///   - fields: In the order of the catalogue.
  ///   - roles: For each role, the name of the field that plays it.
  package init(_ fields: [FilterField] = [], roles: [String: String] = [:]) {
    self.fields = fields
    var names: [String: Int] = [:]
    for (index, field) in fields.enumerated() where names[Self.key(field.name)] == nil {
      names[Self.key(field.name)] = index
    }
    var short: [String: Int?] = [:]
    for (index, field) in fields.enumerated() {
      guard let dot = field.name.utf8.lastIndex(of: UInt8(ascii: ".")) else { continue }
      let key = Self.key(String(field.name[field.name.index(after: dot)...]))
      short[key] = short.keys.contains(key) ? .some(nil) : index
    }
    for (role, field) in roles where names[Self.key(role)] == nil {
      if let index = fields.firstIndex(where: { $0.name == field }) { names[Self.key(role)] = index }
    }
    for case (let key, let index?) in short where names[key] == nil { names[key] = index }
    self.names = names
  }

  /// The field that `name` means, whatever its case, or `nil`.
  package subscript(name: String) -> FilterField? {
    names[Self.key(name)].map { fields[$0] }
  }

  /// The fields of which a name begins with `prefix`, whatever its case, in the order of the catalogue, each with the
  /// shortest such name.
  package func fields(from prefix: String) -> [(name: String, field: FilterField)] {
    let start = Self.key(prefix).utf8
    let named = Dictionary(grouping: names.filter { $0.key.utf8.starts(with: start) }, by: \.value)
    return fields.indices.compactMap { index in
      named[index]?.map(\.key).min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.map { ($0, fields[index]) }
    }
  }

  /// What a message lists: the names of all fields, or of the first twenty.
  var list: String {
    let shown = fields.prefix(20).map { QuerySpelling.name($0.name) }
    return shown.isEmpty
      ? "this catalogue has no field to filter by"
      : shown.joined(separator: ", ")
        + (fields.count > shown.count ? " and \(fields.count - shown.count) more" : "")
  }

  /// The name that `name` is probably meant to be: one edit away, or two for longer names; `nil` when none is.
  func nearest(to name: String) -> String? {
    let wanted = Array(Self.key(name).utf8)
    guard (3...40).contains(wanted.count) else { return nil }
    let allowed = wanted.count < 6 ? 1 : 2
    return names.keys.sorted().map { ($0, EditDistance.between(wanted, Array($0.utf8))) }
      .filter { $0.1 <= allowed }.min { $0.1 < $1.1 }?.0
  }

  private static func key(_ name: String) -> String { QuerySpelling.name(name.lowercased()) }
}
