/// How long an exchange may take and how much it may bring.
package struct HTTPLimits: Hashable, Sendable {
  /// Seconds until a connection must stand.
  package var connect: Double
  /// Seconds for the whole exchange; `nil` for as long as bytes flow.
  package var total: Double?
  /// Whole seconds that may pass without a byte; `nil` where a server may think for long.
  package var stall: Int?
  /// Bytes that an answer may have, uncompressed.
  package var answerBytes: Int

  /// Makes limits; those not given suit a question with a small answer.
  package init(connect: Double = 10, total: Double? = 60, stall: Int? = nil, answerBytes: Int = 64 << 20) {
    precondition(
      connect > 0 && answerBytes > 0 && (total ?? 1) > 0 && (stall ?? 1) > 0, "limits are positive")
    self.connect = connect
    self.total = total
    self.stall = stall
    self.answerBytes = answerBytes
  }

  /// Limits for a file of any size: as long as something comes every half minute.
  package static let file: HTTPLimits = HTTPLimits(total: nil, stall: 30, answerBytes: .max)
}
