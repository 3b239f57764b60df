import Storage
import Testing

/// Values, each as `v = …`.
@Suite struct TOMLValueTests {
  private func value(_ text: String) throws -> String {
    String(spelled(try TOMLTable(parsing: "v = " + text)).dropFirst(3).dropLast())
  }

  @Test(arguments: [
    ("0", "0"), ("+99", "99"), ("-17", "-17"), ("+0", "0"), ("-0", "0"), ("1_000", "1000"),
    ("5_349_221", "5349221"),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("0xDEADBEEF", "3735928559"), ("0xdead_beef", "3735928559"), ("0o0755", "493"), ("0b1101_0110", "214"),
    ("0x00", "0"), ("0x7fffffffffffffff", "9223372036854775807"),
  ])
  func integers(text: String, expected: String) throws {
    #expect(try value(text) == expected)
  }

  @Test(arguments: [
    ("+1.0", "1.0"), ("3.1415", "3.1415"), ("-0.01", "-0.01"), ("5e+22", "5e+22"), ("1e06", "1000000.0"),
    ("-2E-2", "-0.02"), ("6.626e-34", "6.626e-34"), ("224_617.445_991_228", "224617.445991228"),
    ("0e0", "0.0"), ("-0.0", "-0.0"), ("1e1_0", "10000000000.0"), ("inf", "inf"), ("+inf", "inf"),
    ("-inf", "-inf"),
    ("nan", "nan"), ("-nan", "nan"), ("9223372036854775808.0", "9.223372036854776e+18"),
  ])
  func floats(text: String, expected: String) throws {
    #expect(try value(text) == expected)
  }

  @Test(arguments: [
    "1979-05-27", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00Z", "1979-05-27t00:32:00.999999-07:00",
    "1979-05-27T07:32:00", "07:32:00", "00:32:00.5", "2000-02-29", "2024-02-29 23:59:60z",
  ])
  func moments(text: String) throws {
    #expect(try value(text) == "@" + text)
    #expect(try value(text + " # when") == "@" + text)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\tb\"\\\u00e9\U0001F600\b\n\f\r""#, "a\tb\"\\é😀\u{8}\n\u{c}\r"),
    ("'C:\\x\\n'", #"C:\x\n"#),
    ("''", ""), ("\"tab\there\"", "tab\there"), ("\"\"\"\"\"\"", ""), ("\"\"\"\na\nb\n\"\"\"", "a\nb\n"),
    ("\"\"\"\r\na\r\nb\"\"\"", "a\nb"), ("\"\"\"a\\\n   \t\n  b\"\"\"", "ab"),
    ("\"\"\"a \\   \n b\"\"\"", "a b"),
    (#""""a"b""c"d""""#, #"a"b""c"d"#), (#""""a"""""#, #"a""#), (#""""a""""""#, #"a"""#),
    (#"""""""""#, "\""),
    ("'''\nI [dw]on't \\n\n'''", "I [dw]on't \\n\n"), ("''''a''''", "'a'"), ("'''a'''''", "a''"),
    ("\"#\" # no", "#"), ("\"é\u{301}\u{200d}\"", "é\u{301}\u{200d}"), (#"'"'"#, "\""),
  ])
  func texts(text: String, expected: String) throws {
    #expect(try Array(value(text).utf8) == Array("\"\(expected)\"".utf8))
  }

  @Test(arguments: [
    ("true", "true"), ("false", "false"), ("[]", "[]"), ("[ ]", "[]"), ("[1, 2,]", "[1,2]"),
    ("[\n# none\n1 # one\n, # and\n2\n\n]", "[1,2]"),
    ("[[1], ['a', \"b\"], [[]]]", "[[1],[\"a\",\"b\"],[[]]]"),
    ("[1, 'a', 2.5, true, {b = 1}]", "[1,\"a\",2.5,true,{b=1}]"), ("{}", "{}"), ("{ }", "{}"),
    ("{a = 1, b = {c = 'x'}}", "{a=1,b={c=\"x\"}}"), ("{a.b = 1, a.c = 2}", "{a={b=1,c=2}}"),
    ("{a = [\n1,\n2\n]}", "{a=[1,2]}"), ("\t{\ta\t=\t1\t}\t", "{a=1}"),
  ])
  func arraysTablesAndTruth(text: String, expected: String) throws {
    #expect(try value(text) == expected)
  }

  @Test(arguments: [
    "", "01", "-01", "+", "1__0", "_1", "1_", "0x", "0x_1", "-0x1", "+0b1", "0o8", "0b2", "0xg", "0X1", "1.",
    ".5",
    "1.e5", "1._5", "1_.5", "1e", "1e_5", "1e5_", "1.5.5", "1e5.5", "03.14", "--1", "1-", "Inf", "NaN",
    "infinity", "++1",
    "9223372036854775808", "-9223372036854775809", "0x8000000000000000", "True", "truer", "nil", "Shop",
    "2021-13-01", "2021-00-10", "2021-02-29", "1900-02-29", "2021-04-31", "2021-1-1", "24:00:00", "07:60:00",
    "07:32", "07:32:61", "1979-05-27T", "1979-05-27 07:32", "1979-05-27T07:32:00.",
    "1979-05-27T07:32:00+7:00",
    "1979-05-27T07:32:00Z1", "1979-05-27T07:32:00+24:00", "20210-01-01", "1979-05-27  07:32:00",
  ])
  func refusesNumbersAndDates(text: String) {
    #expect(throws: TOMLError.self) { try TOMLTable(parsing: "v = " + text) }
  }

  @Test(arguments: [
    "\"", "\"a", "'a", "\"a\nb\"", "'a\nb'", "\"\"\"a\"\"", "'''a''", #""\x41""#, #""\e""#, #""\ ""#,
    #""\u12""#,
    #""\ud800""#,
    #""\U00110000""#, #""\uzzzz""#, "\"\u{0}\"", "\"\u{1f}\"", "'\u{7f}'", "\"\"\"\u{b}\"\"\"",
    "\"\"\"a\rb\"\"\"",
    "'a' 'b'", "'''a''''''", "\"\"\"a\\ b\"\"\"", "\"\\", "\"\"\"\\",
    "[1 2]", "[1,,2]", "[,]", "[,1]", "[1", "[1,", "]", "[\"title\", }", "[}", "{", "{a", "{a =", "{a = 1",
    "{a = 1,}",
    "{,}", "{a = 1 b = 2}", "{a = 1\n}", "{\na = 1}", "{a = 1, a = 2}", "{a = {b = 1}, a.c = 2}",
    "{a = 1, a.b = 2}",
    "{a.b = 1, a.b = 2}", "{= 1}", "{a.= 1}", "1 2", "1, 2", "# nothing", "[1]]", "{}}", "= 1",
  ])
  func refusesTextsArraysAndTables(text: String) {
    #expect(throws: TOMLError.self) { try TOMLTable(parsing: "v = " + text) }
  }
}
