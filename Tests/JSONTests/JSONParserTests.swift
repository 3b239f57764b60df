import Foundation
import TestSupport
import Testing

@testable import JSON

@Suite struct JSONParserTests {
  private func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("false", .bool(false)),
    ("-0.50e+3", .number("-0.50e+3")),
    ("0", .number("0")), ("\"\"", .string("")), ("[]", .array([])), ("{}", .object([])),
    (#""a\"\\\/\b\f\n\r\t\u0041\u00e9\uD83D\uDE00é😀""#, .string("a\"\\/\u{8}\u{c}\n\r\tAé😀é😀")),
    (#""\ud800x""#, .string("\u{fffd}x")), (#""\udc00""#, .string("\u{fffd}")),
    (#""\ud800\u0041""#, .string("\u{fffd}A")), (#""\ud800\n""#, .string("\u{fffd}\n")),
    (
      #"[1, [2], {"b": 1, "a": null}]"#,
      .array([
        .number("1"), .array([.number("2")]),
        .object([.init(name: "b", value: .number("1")), .init(name: "a", value: .null)]),
      ])
    ),
  ])
  func reads(text: String, value: JSONValue) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: [
    ("", 1), ("{", 2), ("[1,]", 4), ("{\"a\":1,}", 8), ("{\"a\" 1}", 6), ("{a:1}", 2), ("01", 2), ("1.", 3),
    (".5", 1),
    ("-", 2), ("1e", 3), ("NaN", 1), ("tru", 1), ("[1 2]", 4), ("1 2", 3), ("\"abc", 5), ("\"a\u{01}\"", 3),
    ("\"\\x\"", 3), ("\"\\u12g4\"", 6), ("'a'", 1), ("[1]]", 4),
  ])
  func refusesAndSaysWhere(text: String, column: Int) throws {
    let error = try #require(throws: JSONError.self) { try parse(text) }
    #expect(error.column == column, "\(error)")
  }

  @Test func refusesBadUTF8AndDeepNesting() throws {
    #expect(throws: JSONError.self) { try JSONParser.parse([0x22, 0xc3, 0x28, 0x22]) }
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try parse(deep) }
    #expect(try parse(String(repeating: "[", count: 64) + "0" + String(repeating: "]", count: 64)) != .null)
  }

  /// Foundation as the oracle: both accept and refuse the same mutations of a line, and read the same texts.
  @Test func agreesWithFoundationOnMutatedLines() throws {
    let line = Array(#"{"id":"é1","n":[1,-2.5e3,true,null],"o":{"a\n":"\u00e9","b":""}}"#.utf8)
    let alphabet = Array(#"{}[]",:\0e1-.tn "#.utf8)
    var accepted = 0
    for seed in 0..<2_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var mutated = line
      mutated[Int.random(in: 0..<line.count, using: &random)] = alphabet.randomElement(using: &random) ?? 0
      let ours = try? JSONParser.parse(mutated)
      let theirs = try? JSONSerialization.jsonObject(with: Data(mutated), options: [.fragmentsAllowed])
      // Foundation refuses lone surrogates only; none can arise here.
      #expect((ours == nil) == (theirs == nil), "seed \(seed): \(String(decoding: mutated, as: UTF8.self))")
      guard let object = theirs as? [String: Any], let ours else { continue }
      accepted += 1
      if let id = object["id"] as? String { #expect(ours["id"]?.string == id, "seed \(seed)") }
    }
    #expect(accepted > 100)
  }
}
