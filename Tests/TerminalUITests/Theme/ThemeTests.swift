import TestSupport
import Testing

@testable import TerminalUI

@Suite struct ThemeTests {
  /// Inks whose colour the theme decides.
  private func coloured(_ theme: Theme) -> [(Ink, Colour)] {
    Ink.allCases.compactMap { ink in theme.look(of: ink).colour.map { (ink, $0) } }
  }

  @Test(arguments: Theme.all)
  func everyInkStandsOutFromEveryBackgroundTheThemeIsFor(_ theme: Theme) {
    #expect(theme.leastContrast >= (theme.name.hasPrefix("high-contrast") ? 7 : 4.5))
    for (ink, colour) in coloured(theme) {
      #expect(
        IndexedColours.fixed.contains { IndexedColours.colour($0) == colour }, "\(ink) is not in the table")
      for background in theme.backgrounds {
        let ratio = colour.contrast(with: background)
        #expect(ratio >= theme.leastContrast, "\(theme.name): \(ink) has \(ratio)")
      }
    }
  }

  /// The eight colours as xterm has them.
  private static let basic: [UInt32] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
  ]

  @Test(arguments: Theme.all)
  func theEightColoursAreLegibleToo(_ theme: Theme) throws {
    for ink in Ink.allCases {
      guard let basic = theme.look(of: ink).basic else { continue }
      let background = try #require(theme.backgrounds.first)
      #expect(theme.backgrounds.count < 2 || theme.backgrounds[1].luminance != background.luminance)
      #expect(Colour(Self.basic[basic]).contrast(with: background) >= 4.5, "\(theme.name): \(ink)")
    }
  }

  @Test func anyBackgroundCanBeReadOn() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let background = Colour(UInt32.random(in: 0...0xffffff, using: &generator))
      let best = max(background.contrast(with: .white), background.contrast(with: .black))
      for choice in ThemeChoice.allCases where choice != .neutral {
        let theme = choice.theme(on: .exact(background))
        // Whoever asks for light on a dark terminal gets that.
        guard theme.backgrounds == [background] else {
          #expect(choice == .dark || choice == .light)
          continue
        }
        for (ink, colour) in coloured(theme) {
          let ratio = colour.contrast(with: background)
          #expect(
            ratio >= min(theme.leastContrast, best) - 1e-9, "\(choice) \(ink) on \(background): \(ratio)")
        }
      }
    }
  }

  @Test func whatIsLegibleAlreadyIsLeftAlone() {
    #expect(coloured(Theme.dark.adapted(to: .black)).map(\.1) == coloured(.dark).map(\.1))
    #expect(coloured(Theme.light.adapted(to: .white)).map(\.1) == coloured(.light).map(\.1))
    let nord = Colour(0x2e3440)
    #expect(Theme.dark.adapted(to: nord).look(of: .muted) != Theme.dark.look(of: .muted))
  }

  @Test func theBackgroundChoosesTheTheme() {
    let solarized = Backdrop.exact(Colour(0xfdf6e3))
    #expect(ThemeChoice.auto.theme(on: .unknown) == .neutral)
    #expect(ThemeChoice.auto.theme(on: .dark) == .dark)
    #expect(ThemeChoice.auto.theme(on: solarized).name == "light")
    #expect(ThemeChoice.highContrast.theme(on: solarized).name == "high-contrast, light")
    #expect(ThemeChoice.colourBlind.theme(on: .exact(.black)).name == "colour-blind, dark")
    #expect(ThemeChoice.dark.theme(on: solarized) == .dark)
    #expect(ThemeChoice.neutral.theme(on: solarized) == .neutral)
  }

  @Test(
    arguments: [
      ([:], .unknown), (["TERM": "linux"], .dark), (["COLORFGBG": "15;0"], .dark),
      (["COLORFGBG": "0;15"], .light), (["COLORFGBG": "0;default;15"], .light), (["COLORFGBG": "7;8"], .dark),
      (["COLORFGBG": "default;default"], .unknown), (["COLORFGBG": ""], .unknown),
    ] as [([String: String], Backdrop)])
  func theEnvironmentMayTellTheBackground(_ environment: [String: String], _ backdrop: Backdrop) {
    #expect(Backdrop(environment: environment) == backdrop)
  }
}

/// Whether eyes without one of the three receptors tell colours apart, after Machado, Oliveira and Fernandes (2009) at
/// full severity.
@Suite struct ColourBlindThemeTests {
  enum Vision: CaseIterable {
    case full, protanopia, deuteranopia

    var matrix: [[Double]] {
      switch self {
      case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      }
    }
  }

  /// The difference of two colours in CIELAB (CIE 1976).
  private func difference(_ one: Colour, _ other: Colour, _ vision: Vision) -> Double {
    zip(lab(one, vision), lab(other, vision)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func lab(_ colour: Colour, _ vision: Vision) -> [Double] {
    // The luminance of each part alone, undone of its weight, is its linear value.
    let linear = [
      Colour(red: colour.red, green: 0, blue: 0).luminance / 0.2126,
      Colour(red: 0, green: colour.green, blue: 0).luminance / 0.7152,
      Colour(red: 0, green: 0, blue: colour.blue).luminance / 0.0722,
    ]
    let seen = vision.matrix.map { row in min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 })) }
    let white = [0.9505, 1, 1.089]
    let xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
      .enumerated().map { index, row in zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / white[index] }
      .map { $0 > 0.008856 ? cubeRoot($0) : 7.787 * $0 + 16 / 116 }
    return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
  }

  private func cubeRoot(_ value: Double) -> Double {
    (0..<40).reduce(1.0) { root, _ in (2 * root + value / (root * root)) / 3 }
  }

  @Test(arguments: [Theme.colourBlindDark, .colourBlindLight])
  func gradesAndMovementsAreToldApart(_ theme: Theme) throws {
    let grades = try [Ink.grade0, .grade1, .grade2, .grade3].map { try #require(theme.look(of: $0).colour) }
    let up = try #require(theme.look(of: .up).colour)
    let down = try #require(theme.look(of: .down).colour)
    for vision in Vision.allCases {
      #expect(difference(up, down, vision) > 40)
      for (index, grade) in grades.enumerated() {
        for other in grades[..<index] {
          // A difference of 2.3 can just be noticed.
          #expect(difference(grade, other, vision) > 30, "\(theme.name), \(vision)")
        }
      }
    }
  }
}
