/// The roles of a catalogue's fields and which of them were guessed.
package struct RoleResolution: Hashable, Sendable {
  /// Who plays what.
  package let roles: FieldRoles
  /// Whether the id, the title or the searched text were guessed from field names.
  package let isGuessed: Bool
  /// The field names of the first records, in the order of their first appearance.
  package let fields: [String]

  /// How many records are looked at.
  private static let sampleSize = 500
  /// What the lexical index can tell apart.
  private static let mostTexts = 255

  /// Decides the roles: what `flags` name, then what the catalogue's settings name, then what the names suggest.
  /// - Throws: `StorageError` when nothing names the items or nothing is searchable, a named field is in none of
  ///   the first records, or the file holds no readable record.
  package init(_ location: CatalogueLocation, flags: RoleDeclaration) throws(StorageError) {
    let path = location.itemsPath
    fields = try Self.fieldNames(of: location)
    let declared = flags.completed(by: location.settings.roles)
    for name in declared.namedFields where !fields.contains(where: { $0 == name || $0.hasPrefix(name + ".") })
    {
      throw .mismatch(
        path: path, reason: "no record has the field '\(name)'",
        remedy: "the fields are \(Self.list(fields))")
    }
    let guess = RoleGuess.roles(from: fields)
    var complete = declared.completed(by: guess)
    if declared.title == nil, let text = declared.text, !text.contains(complete.title ?? "") {
      complete.title = text.first
    }
    if declared.text == nil, let title = declared.title, complete.text?.contains(title) == false {
      complete.text = [title] + (complete.text ?? [])
    }
    guard let id = complete.id else {
      throw Self.undecided("the id", flag: "--id", path: path, fields: fields)
    }
    guard let text = complete.text, let title = complete.title ?? text.first else {
      throw Self.undecided("the text", flag: "--text", path: path, fields: fields)
    }
    guard text.count <= Self.mostTexts else {
      throw .mismatch(
        path: path, reason: "\(text.count) searched fields, and an index has at most \(Self.mostTexts)",
        remedy: "name fewer with --text or in \(CatalogueSettings.fileName)")
    }
    isGuessed = declared.id == nil || (declared.title == nil && declared.text == nil)
    roles = FieldRoles(
      id: id, title: title, text: text, brand: complete.brand, category: complete.category,
      price: complete.price, currency: complete.currency, image: complete.image,
      identifiers: complete.identifiers ?? [], display: complete.display ?? [],
      weights: complete.weights ?? [:])
  }

  /// Names for a message, which a hostile file must not fill a screen with.
  private static func list(_ fields: [String]) -> String {
    let shown = fields.prefix(40).map { $0.count > 80 ? $0.prefix(80) + "…" : $0 }.joined(separator: ", ")
    return fields.count > 40 ? "\(shown) and \(fields.count - 40) more" : shown
  }

  private static func undecided(
    _ role: String, flag: String, path: String, fields: [String]
  ) -> StorageError {
    .mismatch(
      path: path, reason: "none of the fields \(list(fields)) is known to hold \(role)",
      remedy: "name it with \(flag) or in \(CatalogueSettings.fileName)")
  }

  private static func fieldNames(of location: CatalogueLocation) throws(StorageError) -> [String] {
    var source = try location.format.source(location.itemsPath)
    var names: [String] = []
    var seen: Set<String> = []
    var firstFault: StorageError?
    var records = 0
    while records < sampleSize {
      do {
        guard let record = try source.next() else { break }
        records += 1
        for field in record.fields where seen.insert(field.name).inserted { names.append(field.name) }
      } catch {
        guard case .malformedLine = error else { throw error }
        firstFault = firstFault ?? error
        records += 1
      }
    }
    guard names.isEmpty else { return names }
    throw firstFault ?? .malformed(path: location.itemsPath, reason: "holds no items")
  }
}
