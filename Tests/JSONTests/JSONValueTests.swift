import Testing

@testable import JSON

@Suite struct JSONValueTests {
  @Test func writesWhatItReads() throws {
    let value = JSONValue.object([
      .init(name: "b", value: .number("1.50")),
      .init(name: "a\n", value: .array([.null, .bool(true), .bool(false)])),
      .init(name: "", value: .string("\"\\/\u{00}\u{1f}\u{7f}\u{9b}é😀\t")),
    ])
    #expect(
      value.text
        == #"{"b":1.50,"a\n":[null,true,false],"":"\"\\/\u0000\u001f\u007f\u009bé😀\t"}"#)
    #expect(try JSONParser.parse(Array(value.text.utf8)) == value)
  }

  @Test func findsMembers() {
    let value = JSONValue.object([
      .init(name: "a", value: .number("1")), .init(name: "a", value: .number("2")),
    ])
    #expect(value["a"]?.int == 2 && value["b"] == nil && value["a"]?["x"] == nil)
    #expect(JSONValue.string("1").int == nil && JSONValue.number("1.5").int == nil)
  }
}
