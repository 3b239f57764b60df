import TerminalUI
import Testing

@testable import CursesBackend

@Suite struct InkPaletteTests {
  private static let grades: [Ink] = [.grade0, .grade1, .grade2, .grade3]

  @Test func everyInkCanBeToldFromPlainWithoutColourWhereItMatters() {
    let palette = InkPalette(depth: .none, theme: .neutral)
    for ink in [Ink.accent, .warning, .muted] { #expect(palette.look(of: ink) != palette.look(of: .plain)) }
    // Faint text is not to be used where it can't be read.
    for palette in [
      InkPalette(depth: .none, theme: .neutral, canDim: false),
      InkPalette(depth: .none, theme: .highContrast),
    ] {
      #expect(palette.look(of: .muted) == palette.look(of: .plain))
      for ink in [Ink.accent, .warning] { #expect(palette.look(of: ink) != palette.look(of: .plain)) }
    }
  }

  @Test(arguments: ThemeChoice.allCases, [Backdrop.unknown, .dark, .light])
  func gradesDifferInEveryThemeOf256Colours(_ choice: ThemeChoice, _ backdrop: Backdrop) {
    let palette = InkPalette(depth: .many, theme: choice.theme(on: backdrop))
    let looks = Set(Self.grades.map(palette.look))
    // Without a background to go by, high contrast has weight only.
    #expect(looks.count == (palette.theme == .highContrast ? 2 : 4))
  }

  @Test func coloursAreThoseOfTheTable() {
    let palette = InkPalette(depth: .many, theme: .dark)
    #expect(palette.look(of: .accent).colour == 75)
    #expect(palette.look(of: .plain).colour == -1)
  }

  @Test(arguments: [InkPalette.Depth.eight, .sixteen])
  func fewColoursAreUsedOnlyWhereTheBackgroundIsKnown(_ depth: InkPalette.Depth) {
    let dark = InkPalette(depth: depth, theme: ThemeChoice.auto.theme(on: .dark))
    #expect(dark.look(of: .accent).colour == 6)
    #expect(Set(dark.grades).count == 4)
    let light = InkPalette(depth: depth, theme: ThemeChoice.auto.theme(on: .light))
    #expect(light.look(of: .accent).colour == 4)
    let unknown = InkPalette(depth: depth, theme: ThemeChoice.auto.theme(on: .unknown))
    #expect(Ink.allCases.allSatisfy { unknown.look(of: $0).colour == -1 })
    #expect(unknown.look(of: .accent) == InkPalette(depth: .none, theme: .neutral).look(of: .accent))
  }
}

extension InkPalette {
  fileprivate var grades: [Look] { [Ink.grade0, .grade1, .grade2, .grade3].map(look) }
}
