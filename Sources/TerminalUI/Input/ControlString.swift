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
  /// Whether it began with a bracket after an Escape that was taken for a key: it may have been typed.
  var isSuspect = false

  static let contentLimit = 64

  /// Whether what came so far begins like a report of a colour, which nobody types after Escape.
  var looksLikeReply: Bool { zip(content, "11;".utf8).allSatisfy { $0 == $1 } }
}
