/// The formats there are, in the order in which help lists them.
package enum JudgmentFormats {
  /// Every format.
  package static let all: [any JudgmentFormat] = [
    TRECFormat(), TRECAssessorsFormat(), QuepidFormat(), QuepidBookFormat(), RREFormat(), SRWFormat(),
    ESCIFormat(), WANDSFormat(), TableFormat(),
  ]

  /// The format of this name, or `nil`.
  package static func named(_ name: String) -> (any JudgmentFormat)? {
    all.first { $0.name == name }
  }
}
