extension Scale {
  /// Two grades: relevant or not.
  package static let binary = Scale(id: "binary", names: ["not relevant", "relevant"], letters: ["n", "y"])

  /// Four grades, 0 to 3.
  package static let zeroToThree = Scale(id: "0-3", names: ["no", "partly", "good", "exact"])

  /// Five grades, 0 to 4, as web search uses them.
  package static let zeroToFour = Scale(id: "0-4", names: ["bad", "fair", "good", "excellent", "perfect"])

  /// Exact, Substitute, Complement and Irrelevant.
  ///
  /// The scale of the Shopping Queries Data Set (Reddy and others 2022). The paper gives a substitute 0.1 and a complement 0.01; the official script confuses the two.
  package static let esci = Scale(
    id: "esci", names: ["irrelevant", "complement", "substitute", "exact"], letters: ["i", "c", "s", "e"],
    gains: ["esci-paper": [0, 0.01, 0.1, 1], "esci-script": [0, 0.1, 0.01, 1]])

  /// Exact, Partial and Irrelevant, as in the Wayfair annotation data set (Chen and others 2022).
  package static let wands = Scale(
    id: "wands", names: ["irrelevant", "partial", "exact"], letters: ["i", "p", "e"])

  /// The scales that need no definition, in the order in which they are offered.
  package static let presets = [binary, zeroToThree, zeroToFour, esci, wands]

  /// The preset with this id, or `nil`.
  package static func named(_ id: String) -> Scale? {
    presets.first { $0.isNamed(id) }
  }
}
