import Testing

@testable import Retrieval

@Suite("The query language")
struct QueryParserTests {
  private let parser = QueryParser(
    fields: FilterFields(
      [
        FilterField(name: "brand", kind: .text), FilterField(name: "price", kind: .number),
        FilterField(name: "in_stock", kind: .flag), FilterField(name: "Unit price", kind: .number),
        FilterField(name: "attributes.color", kind: .text), FilterField(name: "id", kind: .text),
      ]))

  private func tree(_ text: String, isTyping: Bool = false) throws -> QueryTree {
    try parser.parse(text, isTyping: isTyping).tree
  }

  private func words(_ text: String) -> QueryPart.Content {
    .text(text.split(separator: " ").map { .word(String($0)) })
  }

  @Test(
    "What shoppers type is text",
    arguments: [
      "red dress", "t-shirt", "5-pack", "a+b", "C++", "ratio 16:9", "note: fine", "3:2", "24\" monitor",
      "6' x 4\" frame", "2*4 timber", "2*AAA batteries", "M8x20", "-20 degree bag", "brand: acme",
      "like: new",
      "id:", "http://example.org/a?b=c", "FJ-6BCFF", "http:", "3.5*10 mm", "(red) shirt", "a -b", ":)",
      "price :<50", "men's – women's", "#1 (2*)", "\u{301}x", "x:<5",
    ])
  func plainText(text: String) throws {
    #expect(try tree(text) == QueryTree(parts: [QueryPart(words(text))]))
    #expect(try tree(text, isTyping: true).parts.count <= 1)
  }

  @Test("Parts are added, subtracted and weighted")
  func algebra() throws {
    #expect(
      try tree("red dress + like:123 - \"floral\"")
        == QueryTree(parts: [
          QueryPart(words("red dress")), QueryPart(.like(identifier: "123")),
          QueryPart(.text([.phrase("floral")]), isNegative: true),
        ]))
    #expect(
      try tree("2*\"floral\" 0.5*like:123 -.5*image:\"my photo.jpg\" id:\"a \"\"b\"\"\"")
        == QueryTree(parts: [
          QueryPart(.text([.phrase("floral")]), weight: 2), QueryPart(.like(identifier: "123"), weight: 0.5),
          QueryPart(.picture(path: "my photo.jpg"), isNegative: true, weight: 0.5),
          QueryPart(.item(identifier: "a \"b\"")),
        ]))
    #expect(
      try tree("- \"long sleeve\" red + 3*(warm \"dry\" a*) x")
        == QueryTree(parts: [
          QueryPart(.text([.phrase("long sleeve"), .word("red")]), isNegative: true),
          QueryPart(.text([.word("warm"), .phrase("dry"), .word("a*")]), weight: 3), QueryPart(words("x")),
        ]))
  }

  @Test("A sign directly before a phrase holds for that phrase alone")
  func attachedSigns() throws {
    #expect(
      try tree("dress -\"floral\" red")
        == QueryTree(parts: [
          QueryPart(words("dress")), QueryPart(.text([.phrase("floral")]), isNegative: true),
          QueryPart(words("red")),
        ]))
    #expect(try tree("dress +like:5") == tree("dress + like:5"))
    #expect(try tree("dress -like:5") == tree("dress - like:5"))
  }

  @Test("Filters stand anywhere and leave the text whole")
  func filters() throws {
    let brand = FilterField(name: "brand", kind: .text)
    let price = FilterField(name: "price", kind: .number)
    let query = try tree("red brand:\"acme corp\",Zenith dress -PRICE:10..50 in_stock:true")
    #expect(query.parts == [QueryPart(words("red dress"))])
    #expect(
      query.filters == [
        QueryFilter(brand, [.text("acme corp"), .text("Zenith")]),
        QueryFilter(price, [.between(10, 50)], isNegated: true),
        QueryFilter(FilterField(name: "in_stock", kind: .flag), [.flag(true)]),
      ])
    #expect(try tree("shoes - brand:acme red") == tree("shoes + red -brand:acme"))
    #expect(
      try tree("price:<50,>=100,7 price:..3 price:3.. price:>1 price:<=1e3").filters.flatMap(\.conditions)
        == [.below(50), .atLeast(100), .number(7), .atMost(3), .atLeast(3), .above(1), .atMost(1000)])
    #expect(
      try tree("brand:vel*,\"acme c\"*,\"a*\"").filters.flatMap(\.conditions)
        == [.prefix("vel"), .prefix("acme c"), .text("a*")])
    #expect(
      try tree("unit_price:>3 color:red").filters.map(\.field.name) == ["Unit price", "attributes.color"])
  }

  @Test("Filters become one expression: alternatives within, all together")
  func expression() throws {
    let brand = FilterField(name: "brand", kind: .text)
    func comparison(_ text: String) -> FilterExpression { .comparison(FilterComparison(brand, .text(text))) }
    #expect(try tree("x").filter == nil)
    #expect(try tree("brand:a,b").filter == .any([comparison("a"), comparison("b")]))
    #expect(try tree("brand:a -brand:b").filter == .all([comparison("a"), .not(comparison("b"))]))
  }

  @Test("Lexical search reads what is added, and excludes subtracted phrases only")
  func lexicalSide() throws {
    let query = try tree("24\" \"wide screen\" + 2*(led tv) + like:5 - cheap \"hdmi 1\"")
    #expect(query.lexicalText == "24  \"wide screen\" led tv")
    #expect(query.excludedPhrases == ["hdmi 1"])
  }

  @Test(
    "An error says where it is and what to write",
    arguments: [
      ("red \"dress", 4..<10, "add \""), ("red -", 4..<5, "subtract"), ("red + ", 4..<5, "add"),
      ("a + - b", 2..<5, "two signs"), ("a - -\"b\"", 2..<5, "two signs"),
      ("0*\"x\"", 0..<1, "0.001"), ("5000*like:1", 0..<4, "1000"), ("x 2*(a b", 4..<8, ")"),
      ("2*(a like:5)", 5..<11, "outside"), ("2*(a - b)", 5..<6, "outside"), ("3*id:5", 0..<5, "id:5"),
      ("2*price:5", 0..<1, "weight"), ("price:<cheap", 7..<12, "'cheap' is not a number"),
      ("é price:5..x", 11..<12, "'x' is not a number"), ("price:50..10", 6..<12, "10..50"),
      ("price:..", 6..<8, "range"), ("brand:<5", 6..<8, "holds text"), ("in_stock:maybe", 9..<14, "true"),
      ("brand:acme,", 11..<11, "missing"), ("price:5*", 6..<8, "begin"), ("brand:\"a", 6..<8, "not closed"),
      ("brand:\"a\"b", 9..<10, "comma"),
      ("like:\"\"", 5..<7, "like:123"), ("image:\" \"", 6..<9, "image:photo.jpg"),
    ])
  func errors(text: String, range: Range<Int>, words: String) throws {
    let error = try #require(throws: QueryError.self) { try parser.parse(text) }
    #expect(error.range == range)
    #expect(error.message.contains(words), "\(error.message)")
  }

  @Test("Places are counted in characters, not in code points")
  func characters() throws {
    let flag = "🇩🇪🇫🇷 e\u{301} "
    let error = try #require(throws: QueryError.self) { try parser.parse(flag + "price:no") }
    #expect(error.range == 11..<13)
    #expect(
      error.report(on: "price:no").split(separator: "\n", omittingEmptySubsequences: false).count == 3)
    let query = try parser.parse(flag + "like:5")
    #expect(query.range(ofPart: 1) == 5..<11)
    #expect(query.reachesEnd(part: 1) && !query.reachesEnd(part: 0))
    #expect(try !parser.parse("like:5 ").reachesEnd(part: 0))
  }

  @Test(
    "While typing, what may still be completed is no error",
    arguments: [
      ("red \"dre", "red \"dre\""), ("red -", "red"), ("red - \"", "red"), ("red like:", "red"),
      ("red brand:", "red"), ("red price:<", "red"), ("red price:10..", "red price:10.."),
      ("red price:50..1", "red"), ("red in_stock:fal", "red"), ("red brand:acme,", "red brand:acme"),
      ("red 2*(warm", "red + 2*(warm)"), ("red brand:\"ac c", "red brand:\"ac c\"*"),
      ("brand:a red brand:ac", "red brand:a brand:ac*"),
      ("brand:\"ac\"", "brand:ac"), ("red - brand:", "red"),
      ("red price:-", "red"), ("red like:\"", "red"),
    ])
  func typing(typed: String, complete: String) throws {
    #expect(try tree(typed, isTyping: true) == tree(complete))
  }

  @Test("A finished error stays one while typing")
  func typingErrors() {
    #expect(throws: QueryError.self) { try tree("price:cheap red", isTyping: true) }
    #expect(throws: QueryError.self) { try tree("price:< red", isTyping: true) }
    #expect(throws: QueryError.self) { try tree("a - - b", isTyping: true) }
  }

  @Test("Only a last word of added text may still grow")
  func endsInWord() throws {
    func ends(_ text: String) throws -> Bool { try parser.parse(text, isTyping: true).endsInWord }
    #expect(try ends("red dre"))
    #expect(try !ends("red dre "))
    #expect(try !ends("red \"dre"))
    #expect(try !ends("red - dre"))
    #expect(try !ends("red brand:ac"))
    #expect(try !ends("red like:5"))
    #expect(try !ends("red -\"x\""))
  }

  @Test(
    "A near miss is text with a hint",
    arguments: [
      ("colr:red", "color:"), ("imag:x.jpg", "image:"), ("weight:<5", "brand, price"),
      ("brand: acme", "blank"),
      ("dress -floral", "-\"floral\""), ("-prise:5", "price:"),
    ])
  func hints(text: String, words: String) throws {
    let query = try parser.parse(text)
    #expect(query.tree.filters.isEmpty && query.tree.parts.count == 1)
    let hint = try #require(query.hints.first)
    #expect(query.hints.count == 1 && hint.message.contains(words), "\(query.hints)")
  }

  @Test(
    "Ordinary text gives no hint",
    arguments: ["ratio 16:9", "t-shirt", "note: fine", "-20 bag", "http://a.b"])
  func noHints(text: String) throws {
    #expect(try parser.parse(text).hints.isEmpty)
  }

  @Test("Long and crowded queries are refused")
  func limits() throws {
    let long = String(repeating: "a", count: QueryParser.lengthLimit)
    #expect(try tree(long).parts.count == 1)
    #expect(throws: QueryError.self) { try tree(long + "a") }
    #expect(throws: QueryError.self) {
      try tree(Array(repeating: "like:1", count: 65).joined(separator: " "))
    }
    #expect(throws: QueryError.self) {
      try tree(Array(repeating: "price:1", count: 65).joined(separator: " "))
    }
    #expect(throws: QueryError.self) {
      try tree("price:" + Array(repeating: "1", count: 257).joined(separator: ","))
    }
  }
}
