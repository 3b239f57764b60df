internal import ArgumentParser
internal import Storage

/// The flags that give a catalogue's fields their roles.
struct FieldOptions: ParsableArguments {
  @Option(help: "The field with the item's id.")
  var id: String?

  @Option(help: "The field a result row shows first.")
  var title: String?

  @Option(help: "The searched fields, separated by commas.")
  var text: String?

  @Option(help: "The field with the picture's path, relative to the catalogue.")
  var image: String?

  @Option(help: "The field that names the maker.")
  var brand: String?

  @Option(help: "The field with the shop's category.")
  var category: String?

  @Option(help: "The field with the price.")
  var price: String?

  @Option(help: "Fields matched whole, such as stock numbers, separated by commas.")
  var identifiers: String?

  @Option(help: "Further fields to show, separated by commas.")
  var fields: String?

  /// What was named, and nothing else.
  var declaration: RoleDeclaration {
    var roles = RoleDeclaration()
    roles.id = id
    roles.title = title
    roles.text = Self.list(text)
    roles.image = image
    roles.brand = brand
    roles.category = category
    roles.price = price
    roles.identifiers = Self.list(identifiers)
    roles.display = Self.list(fields)
    return roles
  }

  private static func list(_ value: String?) -> [String]? {
    value?.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
  }
}
