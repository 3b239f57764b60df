/// Roles inferred from common field names.
///
/// Names are compared without case, `_`, `-` and spaces, also without a leading `product` or `item` and without a unit at
/// the end, as in `Price (EUR)`. An object
/// called like a title or a text, such as one with a value for each language, is one. Among several
/// candidates for one role the earlier of the lists below wins, whatever the order in the file.
enum RoleGuess {
  private static let ids = [
    "id", "docid", "documentid", "uid", "uuid", "objectid", "articleid", "asin", "sku", "gtin", "ean", "code",
    "key", "number",
  ]
  private static let titles = ["title", "name", "displayname", "headline", "label"]
  private static let brands = ["brand", "brandname", "manufacturer", "vendor", "maker"]
  private static let categories = [
    "category", "categories", "categoryname", "categorypath", "producttype", "department", "type",
  ]
  private static let prices = [
    "price", "saleprice", "listprice", "priceamount", "price.amount", "price.value",
  ]
  private static let currencies = ["currency", "pricecurrency", "price.currency"]
  private static let images = [
    "image", "imagepath", "imagefile", "picture", "photo", "img", "thumbnail", "images", "mainimage",
    "imageurl", "imagelink", "imageurls",
  ]
  private static let identifiers = [
    "sku", "asin", "gtin", "gtin13", "ean", "ean13", "upc", "isbn", "isbn13", "mpn", "barcode", "modelnumber",
    "partnumber",
  ]
  private static let texts: Set<String> = [
    "description", "shortdescription", "longdescription", "desc", "summary", "text", "body", "content",
    "abstract", "bullets", "bulletpoint", "bulletpoints", "features", "about", "details", "keywords", "tags",
    "color", "colour", "material",
  ]

  /// Roles that the names suggest.
  /// - Parameter names: the fields of a catalogue in the order of its first records.
  /// - Returns: gaps where no name is known.
  static func roles(from names: [String]) -> RoleDeclaration {
    let known = SpeltNames(names)
    var guess = RoleDeclaration()
    guess.id = known.first(of: ids)
    let outer = outerNames(of: names)
    guess.title =
      SpeltNames(names.filter { $0 != guess.id }).first(of: titles) ?? SpeltNames(outer).first(of: titles)
    guess.brand = known.first(of: brands)
    guess.category = known.first(of: categories)
    guess.price = known.first(of: prices)
    guess.currency = known.first(of: currencies)
    guess.image = known.first(of: images)
    guess.identifiers = names.filter { name in
      name != guess.id && !spellings(name).isDisjoint(with: identifiers)
    }
    let roles = [guess.brand, guess.category].compactMap { $0 }
    let others = (names + outer).filter { name in
      name != guess.title && (roles.contains(name) || !spellings(name).isDisjoint(with: texts))
    }
    guess.text = [guess.title].compactMap { $0 } + others
    return guess
  }

  /// The names of objects that hold fields, such as the `description` of `description.en`.
  private static func outerNames(of names: [String]) -> [String] {
    var seen = Set(names)
    return names.compactMap { name in
      guard let dot = name.firstIndex(of: ".") else { return nil }
      let outer = String(name[..<dot])
      return seen.insert(outer).inserted ? outer : nil
    }
  }

  /// The first name of each spelling.
  private struct SpeltNames {
    private var names: [String: String] = [:]

    init(_ names: [String]) {
      for name in names {
        for spelling in spellings(name) where self.names[spelling] == nil { self.names[spelling] = name }
      }
    }

    /// The name of the first candidate that there is.
    func first(of candidates: [String]) -> String? {
      candidates.lazy.compactMap { names[$0] }.first
    }
  }

  /// The name as it is compared, with and without its prefix and its unit.
  private static func spellings(_ name: String) -> Set<String> {
    let whole = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    var spellings: Set = [whole]
    var bare = whole
    for (opening, closing) in [("(", ")"), ("[", "]")] as [(Character, Character)]
    where bare.last == closing {
      if let start = bare.firstIndex(of: opening), start != bare.startIndex { bare = String(bare[..<start]) }
    }
    spellings.insert(bare)
    for prefix in ["product", "item"] where bare.hasPrefix(prefix) && bare.count > prefix.count {
      spellings.insert(String(bare.dropFirst(prefix.count)))
    }
    return spellings
  }
}
