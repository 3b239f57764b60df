internal import Explorer
internal import Relevance
internal import Storage
internal import TerminalUI

/// What to open of an item: the address in its fields, or else its picture.
struct OpenedItem {
  /// An address of the web or an absolute path.
  let target: String

  /// Names of fields that hold the address of the item itself, most likely first.
  private static let customaryNames = [
    "url", "link", "product_url", "product_link", "page", "href", "permalink",
  ]

  /// Finds what to open; `nil` when there is nothing.
  init?(_ request: OpenRequest, fields: [ItemField], pictures: PictureFolder?) {
    let addresses = fields.filter { Self.isAddress($0.value) && $0.value != request.picture?.path }
    let named = Self.customaryNames.lazy.compactMap { name in
      addresses.first { $0.name.split(separator: ".").last.map { $0.lowercased() } == name }
    }
    if let address = named.first ?? addresses.first(where: { !Self.isPicture($0.value) }) {
      target = address.value
      return
    }
    guard let picture = request.picture, let pictures else { return nil }
    switch pictures.locate(picture.path) {
    case .file(let path): target = path
    case .remote(let address) where Self.isAddress(address): target = address
    case .remote, .refused: return nil
    }
  }

  /// Why there is nothing to open of an item without an address, and what to do about it.
  static func absence(of request: OpenRequest, pictures: PictureFolder?) -> String {
    let item = request.item.text
    let remedy = "one in a field such as url would do"
    guard let picture = request.picture else {
      return "\(item) has neither a picture to open nor an address; \(remedy)"
    }
    switch pictures?.locate(picture.path) {
    case .refused(let reason): return "\(item): \(reason), nor an address; \(remedy)"
    case nil:
      return
        "\(item): its picture can't be opened: the catalogue's folder is not there; name it with --catalog"
    case .file, .remote: return "\(item) has nothing that can be opened, nor an address; \(remedy)"
    }
  }

  /// Whether it is an address of the web without blanks; nothing else is handed to another program.
  private static func isAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    return (lower.hasPrefix("https://") || lower.hasPrefix("http://"))
      && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.value >= 0x20 }
  }

  private static func isPicture(_ address: String) -> Bool {
    let path = address.lowercased().prefix { $0 != "?" && $0 != "#" }
    return [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].contains { path.hasSuffix($0) }
  }
}
