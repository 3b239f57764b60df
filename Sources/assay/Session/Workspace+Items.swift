internal import Explorer
internal import Relevance
internal import Retrieval
internal import Storage
internal import TerminalUI

/// What is to be shown of items.
extension Workspace {
  /// The item called `id`, or `nil`.
  func ordinal(of id: DocumentID) throws(StorageError) -> UInt32? {
    try store.ordinal(of: id)
  }

  /// The ids of an answer's items, in its order.
  func ids(of outcome: SearchOutcome) throws(StorageError) -> [DocumentID] {
    try store.items(outcome.items.map(\.ordinal)).map(\.id)
  }

  /// What items are called, in their order.
  func ids(of ordinals: [UInt32]) throws(StorageError) -> [DocumentID] {
    try store.items(ordinals).map(\.id)
  }

  /// What to show of an answer's items, in its order.
  func cards(of outcome: SearchOutcome) throws(StorageError) -> [ItemCard] {
    try cards(of: outcome.items.map(\.ordinal))
  }

  /// What to show of items, in their order.
  func cards(of ordinals: [UInt32]) throws(StorageError) -> [ItemCard] {
    try itemCards.cards(of: ordinals) { ordinals throws(StorageError) in
      try store.items(ordinals).map { item throws(StorageError) in (item.ordinal, try card(of: item)) }
    }
  }

  /// The same with other fields under an item's title; `nil` for brand and price.
  ///
  /// Fields are called as in the catalogue; `brand`, `category` and `price` may also be meant as roles. A field that an
  /// item has not is left out.
  func showing(_ fields: [String]?) -> Workspace {
    var showing = self
    showing.shownFields = fields
    showing.itemCards = ItemCardCache(capacity: 16_384)
    return showing
  }

  private func card(of item: StoredItem) throws(StorageError) -> ItemCard {
    guard let shownFields else { return ItemCard(item) }
    let roles = ["brand": item.brand, "category": item.category, "price": item.price]
    let values = try store.fields(of: item.ordinal)
    let facts = shownFields.compactMap { name in
      let own = values.filter { $0.name == name }.map(\.value).joined(separator: ", ")
      return name == "price" || own.isEmpty ? roles[name] ?? own : own
    }
    return ItemCard(item, facts: facts)
  }

  /// What an assessor gets to read of an item: a card and the fields that the card has not.
  ///
  /// With `hidesBrand`, the brand's field is left out and its name is blotted out wherever it stands.
  func reading(of ordinal: UInt32, hidesBrand: Bool) throws(StorageError) -> (
    card: ItemCard, fields: [ItemField]
  )? {
    guard let item = try store.items([ordinal]).first else { return nil }
    let roles = archive.manifest.source.roles
    let shown = [roles.id, roles.title, roles.image, roles.brand, roles.price, roles.currency]
    let fields = try store.fields(of: ordinal).filter { !shown.contains($0.name) }
      .map { ItemField(name: $0.name, value: $0.value) }
    let card = ItemCard(item)
    guard hidesBrand else { return (card, fields) }
    let blot = BrandBlot(item.brand)
    return (
      ItemCard(
        id: card.id, title: blot.applied(to: card.title), facts: card.facts.filter { $0 != item.brand },
        picture: card.picture,
        lostPicture: card.lostPicture),
      fields.map { ItemField(name: $0.name, value: blot.applied(to: $0.value)) }
    )
  }

  /// How many items are looked at for fields that are neither searched nor filtered by.
  private static let examinedItems = 1000

  /// The names of the fields that items have: those that are searched or filtered by and, when one of `wanted` is not
  /// among them, also those of the first thousand items.
  func fieldNames(beside wanted: [String]) throws(StorageError) -> [String] {
    var names = textFields
    for (_, field) in resolver.fields.fields(from: "") where !names.contains(field.name) {
      names.append(field.name)
    }
    guard !wanted.allSatisfy(names.contains) else { return names }
    var known = Set(names)
    for ordinal in 0..<UInt32(min(Self.examinedItems, store.count)) {
      for field in try store.fields(of: ordinal) where known.insert(field.name).inserted {
        names.append(field.name)
      }
    }
    return names
  }

  /// All fields of an item in the order of the catalogue; empty for an id of no item.
  func fields(of id: DocumentID) throws(StorageError) -> [ItemField] {
    guard let ordinal = try store.ordinal(of: id) else { return [] }
    return try store.fields(of: ordinal).map { ItemField(name: $0.name, value: $0.value) }
  }

  /// The content hash of an item, as it was indexed; empty for an id of no item.
  func contentHash(of id: DocumentID) throws(StorageError) -> String {
    guard let ordinal = try store.ordinal(of: id) else { return "" }
    return try store.items([ordinal]).first?.contentHash ?? ""
  }
}

extension ItemCard {
  /// What a row shows of a stored item.
  fileprivate init(_ item: StoredItem, facts: [String]? = nil) {
    self.init(
      id: item.id, title: item.title, facts: (facts ?? [item.brand, item.price]).filter { !$0.isEmpty },
      picture: item.picture.map { PictureID($0) }, lostPicture: item.lostPicture.map { PictureID($0) })
  }
}
