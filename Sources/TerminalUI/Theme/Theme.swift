/// What each ink looks like: data, so that a theme is a table and a terminal with fewer colours only another reading
/// of it.
package struct Theme: Hashable, Sendable {
  /// How one ink looks.
  package struct Look: Hashable, Sendable {
    /// The colour of the text; `nil` for the terminal's own.
    package let colour: Colour?
    /// The number among the eight basic colours that stands for it where there are no others; `nil` for the terminal's
    /// own.
    package let basic: Int?
    /// Whether the weight says what the colour says.
    package let isBold: Bool

    /// Describes a look.
    init(_ colour: UInt32?, basic: Int? = nil, bold: Bool = false) {
      self.init(colour: colour.map { Colour($0) }, basic: basic, isBold: bold)
    }

    init(colour: Colour?, basic: Int?, isBold: Bool) {
      self.colour = colour
      self.basic = basic
      self.isBold = isBold
    }
  }

  /// The name, for reports.
  package let name: String
  /// The least contrast ratio of any ink with the background: 4.5 is what body text needs, 7 what is comfortable for
  /// weak eyes (WCAG 2.2, levels AA and AAA).
  package let leastContrast: Double
  /// Backgrounds that the colours were chosen for.
  package let backgrounds: [Colour]
  /// Whether secondary text may be drawn faint where there is no colour to tell it apart.
  package let mayDim: Bool

  private let looks: [Ink: Look]

  /// Makes a theme; an ink without a look has the terminal's own colour.
  init(
    _ name: String, leastContrast: Double, on backgrounds: [Colour], mayDim: Bool = true,
    looks: [Ink: Look]
  ) {
    self.name = name
    self.leastContrast = leastContrast
    self.backgrounds = backgrounds
    self.mayDim = mayDim
    self.looks = looks
  }

  /// How an ink looks.
  package func look(of ink: Ink) -> Look { looks[ink] ?? Look(nil) }

  /// The theme for a background that is known exactly: colours that stand out too little are moved towards white or
  /// black, no further than needed.
  ///
  /// On a middle grey not even white and black reach a ratio of 4.59: there the better of the two is taken. The colours
  /// are looked at as the table of 256 has them, which is how they will be shown.
  package func adapted(to background: Colour) -> Theme {
    let isDark = background.contrast(with: .white) >= background.contrast(with: .black)
    let far = isDark ? Colour.white : .black
    let adapted = looks.mapValues { look in
      guard let colour = look.colour else { return look }
      let steps = (0...20).lazy.map { step in
        let mixed = colour.mixed(with: far, share: Double(step) / 20)
        return IndexedColours.colour(IndexedColours.nearest(to: mixed))
      }
      let legible = steps.first { $0.contrast(with: background) >= leastContrast }
      return Look(colour: legible ?? far, basic: look.basic, isBold: look.isBold)
    }
    return Theme(
      name, leastContrast: leastContrast, on: [background], mayDim: mayDim, looks: adapted)
  }
}
