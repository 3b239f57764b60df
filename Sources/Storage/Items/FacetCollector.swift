import Retrieval

/// Gathers, while items are added, which values each field has and which items have them.
///
/// A field becomes one to filter by when its values are short. Fields that the catalogue declares (brand, category,
/// price, those to display) always do; of the others at most 256, with at most 100,000 different values unless they are
/// numbers. Titles, pictures and long texts do not: search is for those.
struct FacetCollector {
  /// The longest value, in UTF-8 bytes, that can be filtered by.
  private static let longestValue = 96
  private static let mostFields = 256
  private static let mostTexts = 100_000

  private let declared: Set<String>
  private let ignored: Set<String>
  private let roles: [String: String]
  private var fields: [FacetValues] = []
  private var numbers: [String: Int] = [:]

  init(roles: FieldRoles) {
    let named = [(roles.brand, "brand"), (roles.category, "category"), (roles.price, "price")]
    self.roles = Dictionary(
      named.compactMap { field, role in field.map { ($0, role) } }, uniquingKeysWith: { first, _ in first })
    declared = Set(self.roles.keys).union(roles.display)
    ignored = Set([roles.id, roles.title, roles.image].compactMap { $0 }).subtracting(declared)
  }

  /// Notes the values of the next item.
  mutating func add(_ record: CatalogueRecord, ordinal: UInt32) {
    for field in record.fields where !ignored.contains(field.name) {
      guard let number = number(of: field.name) else { continue }
      if let parts = record.lists[field.name] {
        for part in parts { fields[number].add(part, ordinal: ordinal, longest: Self.longestValue) }
      } else {
        fields[number].add(field.value, ordinal: ordinal, longest: Self.longestValue)
      }
      if fields[number].spellingCount > Self.mostTexts, !isDeclared(field.name), !fields[number].isNumeric {
        fields[number].giveUp()
      }
    }
  }

  /// The fields that turned out to be worth filtering by, in the order of their first appearance.
  ///
  /// Fields are numbered from 0 in that order.
  /// - Complexity: O(values × log values).
  func facets() -> [Facet] {
    fields.filter { isDeclared($0.name) ? $0.valueCount > 0 : $0.isShort }.enumerated().map {
      number, values in
      values.facet(number: number, role: roles[values.name])
    }
  }

  /// A declared name also stands for the fields nested in it.
  private func isDeclared(_ name: String) -> Bool {
    declared.contains(name)
      || name.firstIndex(of: ".").map { declared.contains(String(name[..<$0])) } ?? false
  }

  private mutating func number(of name: String) -> Int? {
    if let number = numbers[name] { return number }
    guard fields.count < Self.mostFields || isDeclared(name) else { return nil }
    numbers[name] = fields.count
    fields.append(FacetValues(name, isPrice: roles[name] == "price" || name.lowercased().contains("price")))
    return fields.count - 1
  }
}

/// The values of one field while they are gathered.
private struct FacetValues {
  let name: String
  private let isPrice: Bool
  /// Numbers of spellings in order of their first occurrence.
  private var numbers: [String: UInt32] = [:]
  private var spellings: [String] = []
  /// Which spelling which item has, in order of items.
  private var spellingOfEntry: [UInt32] = []
  private var itemOfEntry: [UInt32] = []
  private var numericSpellings = 0
  private var longValues = 0
  private var isGivenUp = false

  init(_ name: String, isPrice: Bool) {
    self.name = name
    self.isPrice = isPrice
  }

  var spellingCount: Int { spellings.count }
  var valueCount: Int { itemOfEntry.count }

  /// Whether at least nine spellings of ten are numbers; of prices, where `ask us` is common, every second one.
  var isNumeric: Bool {
    !spellings.isEmpty && numericSpellings * 10 >= spellings.count * (isPrice ? 5 : 9)
  }

  /// Whether the field has values to filter by and hardly any that are too long for it.
  var isShort: Bool { !isGivenUp && valueCount > 0 && longValues * 10 <= valueCount + longValues }

  mutating func add(_ value: String, ordinal: UInt32, longest: Int) {
    if isGivenUp { return }
    guard value.utf8.count <= longest else {
      longValues += 1
      return
    }
    let spelling = number(of: value)
    if itemOfEntry.last == ordinal {
      var entry = itemOfEntry.count - 1
      while entry >= 0, itemOfEntry[entry] == ordinal {
        if spellingOfEntry[entry] == spelling { return }
        entry -= 1
      }
    }
    spellingOfEntry.append(spelling)
    itemOfEntry.append(ordinal)
  }

  /// Forgets everything: the field has too many different texts.
  mutating func giveUp() {
    self = FacetValues(name, isPrice: isPrice)
    isGivenUp = true
  }

  private mutating func number(of value: String) -> UInt32 {
    if let number = numbers[value] { return number }
    let number = UInt32(spellings.count)
    numbers[value] = number
    spellings.append(value)
    if self.value(value) != nil { numericSpellings += 1 }
    return number
  }

  private func value(_ spelling: String) -> Double? {
    isPrice ? FieldText.amount(spelling) : FieldText.number(spelling)
  }

  func facet(number: Int, role: String?) -> Facet {
    let starts = startsBySpelling()
    var items = [UInt32](repeating: 0, count: itemOfEntry.count)
    var next = starts
    for (entry, spelling) in spellingOfEntry.enumerated() {
      items[next[Int(spelling)]] = itemOfEntry[entry]
      next[Int(spelling)] += 1
    }
    let isNumeric = isNumeric
    var pairs: [(value: Double, ordinal: UInt32)] = []
    var spellingsOfKey: [String: [Int]] = [:]
    for (spelling, text) in spellings.enumerated() {
      if isNumeric {
        guard let value = value(text) else { continue }
        pairs += items[starts[spelling]..<starts[spelling + 1]].map { (value, $0) }
      } else {
        for key in FieldText.keys(of: text) { spellingsOfKey[key, default: []].append(spelling) }
      }
    }
    let texts = spellingsOfKey.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      key, spellings in
      let found = spellings.map { items[starts[$0]..<starts[$0 + 1]] }
      return Facet.Text(key: key, ordinals: found.count == 1 ? Array(found[0]) : Set(found.joined()).sorted())
    }
    pairs.sort { ($0.value, $0.ordinal) < ($1.value, $1.ordinal) }
    let isFlag = !texts.isEmpty && texts.allSatisfy { FieldText.flag(ofKey: $0.key) != nil }
    return Facet(
      field: FilterField(name: name, kind: isNumeric ? .number : isFlag ? .flag : .text),
      number: number, role: role, texts: texts, numbers: pairs)
  }

  private func startsBySpelling() -> [Int] {
    var starts = [Int](repeating: 0, count: spellings.count + 1)
    for spelling in spellingOfEntry { starts[Int(spelling) + 1] += 1 }
    for spelling in 1..<starts.count { starts[spelling] += starts[spelling - 1] }
    return starts
  }
}

/// A field to filter by with all its values, ready to be written.
struct Facet {
  /// A text and the items that have it, ascending.
  struct Text {
    let key: String
    let ordinals: [UInt32]
  }

  let field: FilterField
  /// The field's number in the item store.
  let number: Int
  /// The role that it plays, a second name for it.
  let role: String?
  /// Texts and flags, by key; none in a field of numbers.
  let texts: [Text]
  /// Numbers with their items; none in any other field, ascending by both.
  let numbers: [(value: Double, ordinal: UInt32)]
}
