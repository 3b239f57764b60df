import Storage
import Testing

@Suite struct TOMLTableTests {
  @Test(arguments: [
    ("", "{}"), ("# only\n\n \t\n", "{}"), ("\u{feff}a = 1", "{a=1}"), ("a=1\r\nb=2\r\n", "{a=1,b=2}"),
    ("a = 1 # é\u{e000}", "{a=1}"),
    (
      "bare_key-1 = 1\n1234 = 2\n\"127.0.0.1\" = 3\n'k \"q\"' = 4\n\"\" = 5\n",
      "{1234=2,127.0.0.1=3,=5,bare_key-1=1,k \"q\"=4}"
    ),
    ("\"\\u00e9\" = 1\n\"e\\u0301\" = 2\n", "{e\u{301}=2,\u{e9}=1}"),
    ("a.b.c = 1\na.b.d = 2\na . \"e\" = 3\n", "{a={b={c=1,d=2},e=3}}"), ("3.14 = 'pi'", "{3={14=\"pi\"}}"),
    ("true = 1\ninf.nan = 2", "{inf={nan=2},true=1}"),
    ("[a]\nb = 1\n[a.c]\nd = 2\n", "{a={b=1,c={d=2}}}"), ("[ a . b ] # x\n", "{a={b={}}}"),
    ("[x.y.z.w]\n[x]\na = 1\n", "{x={a=1,y={z={w={}}}}}"),
    ("[a.b]\nx = 1\n[a]\nc = 2\n", "{a={b={x=1},c=2}}"),
    ("[a.b.c]\n[a]\nb.x = 1\n", "{a={b={c={},x=1}}}"),
    (
      "[fruit]\napple.color = 1\napple.taste.sweet = true\n[fruit.apple.texture]\nsmooth = true\n",
      "{fruit={apple={color=1,taste={sweet=true},texture={smooth=true}}}}"
    ),
    ("[[p]]\nn = 1\n[[p]]\n[[p]]\nn = 3\n", "{p=[{n=1},{},{n=3}]}"),
    (
      "[[f]]\nn = 1\n[f.p]\nc = 2\n[[f.v]]\nn = 3\n[[f.v]]\nn = 4\n[[f]]\nn = 5\n[[f.v]]\nn = 6\n",
      "{f=[{n=1,p={c=2},v=[{n=3},{n=4}]},{n=5,v=[{n=6}]}]}"
    ),
    ("[[a]]\nb.c = 1\n[[a]]\nb.c = 2\n", "{a=[{b={c=1}},{b={c=2}}]}"), ("[ [a] ]\n", ""),
    ("[[a.b]]\n[a]\nc = 1\n", "{a={b=[{}],c=1}}"),
  ])
  func tables(text: String, expected: String) throws {
    let table = try? TOMLTable(parsing: text)
    #expect(table.map(spelled) ?? "" == expected)
  }

  @Test(arguments: [
    "a = 1\na = 2", "a = 1\n\"a\" = 2", "a = 1\n'a' = 2", "a.b = 1\na.b = 2", "a = 1\na.b = 2",
    "a.b = 1\na = 2",
    "[a]\n[a]", "[a]\nb = 1\n[a.b]", "[a.b]\n[a]\nb = 1", "[a]\n[b]\n[a]", "[a.b.c]\n[a]\nb.c.d = 1",
    "[a.b.c.d]\n[a]\nb.c.d.k = 1",
    "[[a.b]]\n[a]\nb.y = 2", "[fruit]\napple.x = 1\n[fruit.apple]", "[f]\na.b.c = 1\n[f.a.b]",
    "[f]\na.b = 1\n[[f.a]]",
    "a = {}\n[a]", "a = {b = 1}\n[a.c]", "a = {}\na.b = 1", "a = {b = {}}\n[a.b.c]", "a = []\n[[a]]",
    "a = [{}]\n[[a]]", "a = [{}]\n[a.b]",
    "[[a]]\n[a]", "[a]\n[[a]]", "[a.b]\n[[a]]", "[[a]]\n[[a.b]]\n[a.b]", "[[a]]\n[a.b]\n[[a.b]]",
    "a = 1\n[a.b]",
    "a.b = 1\n[a]", "[[a.b]]\n[[a]]",
    "[]", "[ ]", "[a", "[a]]", "[[a]", "[[a] ]", "[a.]", "[.a]", "[a..b]", "[a b]", "[a] b", "[a]b = 1",
    "[\na]", "[a\n]",
    "[\"a\nb\"]", "[é]",
    "a", "a =", "= 1", "a = 1 b = 2", "a = 1\rb = 2", "a\n= 1", "a b = 1", "a. = 1", ".a = 1", "a..b = 1",
    "é = 1",
    "\"\"\"a\"\"\" = 1", "'''a''' = 1", "\"a\nb\" = 1", "a: 1", "a == 1", "!a = 1", "\"a = 1", "# \u{0}",
    "# \u{7f}",
    "a = 1 # \u{1f}",
    "# a\rb", "\u{b}", "a = 1\u{c}", "\u{a0}a = 1",
  ])
  func refuses(text: String) {
    #expect(throws: TOMLError.self) { try TOMLTable(parsing: text) }
  }

  @Test(arguments: [
    ("text = [\"title\", }", 1, 18, "expected a value, found '}'"),
    ("\n\n  a = 'é' x", 3, 11, "expected the end of the line, found 'x'"),
    (
      "name = Shop", 1, 8,
      "expected a value, found 'Shop', which is neither a number, true, false nor a date; a text"
    ),
    ("a = 1\n[b]\n'c' = \"x\ny\"", 3, 7, "the text that begins here has no closing quote in its line"),
    ("a = 1\r\nb = 2\r\n\"a\" = 3", 3, 1, "'a' is given a second time; line 1 has it already"),
    ("a = \"\"\"\n\n", 1, 5, "the text that begins here has no closing quotes"),
    ("[a", 1, 3, "expected ']' after the name of a table, found the end of the file"),
    ("[[a]\n", 1, 5, "expected ']]' after the name of a table, found the end of the line"),
    ("a = \"\u{1}\"", 1, 6, "a text can't hold the control character U+0001"),
    ("a = \"C:\\dir\"", 1, 8, "unknown escape: \\ before 'd'; a backslash itself is written \\\\"),
    ("a = 9223372036854775808", 1, 5, "the number '9223372036854775808' takes more than 64 bits"),
    ("a = 2021-02-30", 1, 5, "'2021-02-30' is not a date or a time"),
  ])
  func saysWhere(text: String, line: Int, column: Int, reason: String) throws {
    let error = try #require(throws: TOMLError.self) { try TOMLTable(parsing: text) }
    #expect(error.position.line == line && error.position.column == column, "\(error)")
    #expect(error.reason.hasPrefix(reason), "\(error)")
  }

  @Test func keepsTheOrderAndThePlaceOfKeys() throws {
    let table = try TOMLTable(parsing: "z = 1\n\n  a = 2\n[m]\nx.y = 3\n")
    #expect(table.entries.map(\.key) == ["z", "a", "m"])
    #expect(table.entries.map(\.position.line) == [1, 3, 4] && table.entries[1].position.column == 3)
    #expect(table["a"]?.number == 2 && table["m"]?.table?["x"]?.table?["y"]?.number == 3 && table["x"] == nil)
  }

  @Test func nestingHasALimit() throws {
    func nested(_ open: String, _ close: String, _ depth: Int) -> String {
      "a = " + String(repeating: open, count: depth) + String(repeating: close, count: depth)
    }
    #expect(throws: Never.self) { try TOMLTable(parsing: nested("[", "]", 64)) }
    #expect(throws: Never.self) {
      try TOMLTable(parsing: nested("{a=", "}", 60).replacing("=}", with: "=1}"))
    }
    for text in [
      nested("[", "]", 65), nested("[", "]", 200_000), nested("{a=", "}", 100_000),
      nested("[{a=", "}]", 100_000),
      "[" + String(repeating: "a.", count: 200_000) + "a]", String(repeating: "a.", count: 200_000) + "a = 1",
      "[[" + String(repeating: "a.", count: 200_000) + "a]]", String(repeating: "[", count: 200_000),
    ] {
      let error = try #require(throws: TOMLError.self) { try TOMLTable(parsing: text) }
      #expect(
        error.reason.hasPrefix("nested more than 64 deep") || error.reason.hasPrefix("expected the name"))
    }
  }

  /// A text for each way in which the cost of reading could grow faster than its length.
  @Test(arguments: [
    ("many keys", (0..<100_000).map { "k\($0) = 1\n" }.joined(), true),
    ("many tables", (0..<50_000).map { "[t\($0).a.b]\nc = 1\n" }.joined(), true),
    ("one series", String(repeating: "[[a.b]]\nc.d = 1\n", count: 50_000), true),
    ("keys under one table", (0..<50_000).map { "a.b.c.k\($0) = 1\n" }.joined(), true),
    ("one line", "a = {" + (0..<50_000).map { "\"é\($0)\" = [1]" }.joined(separator: ", ") + "}", true),
    ("quotes", "a = '''" + String(repeating: "''x", count: 200_000) + "'''", true),
    ("broken lines", "a = \"\"\"" + String(repeating: "\\\n ", count: 200_000) + "\"\"\"", true),
    ("a long number", "a = " + String(repeating: "1", count: 1_000_000), false),
    ("a long fraction", "a = 0." + String(repeating: "1", count: 1_000_000), true),
    ("escapes", "a = \"" + String(repeating: "\\u00e9", count: 200_000) + "\"", true),
  ])
  func costNoMoreThanTheirLength(what: String, text: String, isValid: Bool) {
    let isRead = (try? TOMLTable(parsing: text)) != nil
    #expect(isRead == isValid, "\(what)")
  }
}
