/// An operating system command, device control string or the like, while it comes.
struct ControlString: Hashable {
  /// The byte after Escape that began it.
  let introducer: UInt8
  /// Its first bytes, as many as any reply of interest has.
  var content: [UInt8] = []
  /// How many bytes came.
  var length = 0
  /// Whether the last byte was the Escape that may end it.
  var sawEscape = false
  /// Whether it began with such a byte after an Escape that was taken for a key: it may have been typed.
  var isSuspect = false

  static let contentLimit = 64

  /// How the reports begin that may be asked for, by what introduces them; nobody types that after Escape.
  private static let beginnings: [UInt8: [String]] = [
    UInt8(ascii: "]"): ["11;", "1337;"], UInt8(ascii: "P"): [">|"], UInt8(ascii: "_"): ["G"],
  ]

  /// Whether such a string may be a report.
  static func mayBeReply(_ introducer: UInt8) -> Bool { beginnings[introducer] != nil }

  /// Whether what came so far begins like a report.
  var looksLikeReply: Bool {
    Self.beginnings[introducer, default: []].contains { beginning in
      zip(content, beginning.utf8).allSatisfy { $0 == $1 }
    }
  }
}
