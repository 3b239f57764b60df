/// The themes Assay comes with.
///
/// Colours are of the table of 256, so that what is written here is what shows. The ratios that `leastContrast`
/// promises are tested. Basic colours are the eight as xterm has them: on a dark background blue and magenta are too
/// dark there, on a light one all but red and blue too light.
extension Theme {
  /// For black to a dark grey.
  package static let dark = Theme(
    "dark", leastContrast: 4.5, on: [.black, Colour(0x262626)],
    looks: [
      .muted: Look(0x949494),
      .accent: Look(0x5fafff, basic: 6),
      .warning: Look(0xffaf5f, basic: 3, bold: true),
      .up: Look(0x5fd787, basic: 2),
      .down: Look(0xff8787, basic: 3),
      .grade0: Look(0x949494),
      .grade1: Look(0xd7af5f, basic: 3),
      .grade2: Look(0x5fd7d7, basic: 6),
      .grade3: Look(0x87d787, basic: 2, bold: true),
    ])

  /// For white to a light grey.
  package static let light = Theme(
    "light", leastContrast: 4.5, on: [.white, Colour(0xeeeeee)],
    looks: [
      .muted: Look(0x626262),
      .accent: Look(0x005faf, basic: 4),
      .warning: Look(0xaf005f, basic: 1, bold: true),
      .up: Look(0x005f00, basic: 4),
      .down: Look(0xaf0000, basic: 1),
      .grade0: Look(0x626262),
      .grade1: Look(0x875f00, basic: 1),
      .grade2: Look(0x005f87, basic: 4),
      .grade3: Look(0x005f00, basic: 4, bold: true),
    ])

  /// For a background that nobody knows: the few colours that stand out from black and from white.
  package static let neutral = Theme(
    "neutral", leastContrast: 4.5, on: [.black, .white],
    looks: [
      .muted: Look(0x767676),
      .accent: Look(0x5f5fff),
      .warning: Look(0xd700af, bold: true),
      .up: Look(0x00875f),
      .down: Look(0xaf5f5f),
      .grade0: Look(0x767676),
      .grade1: Look(0xaf5f5f),
      .grade2: Look(0x5f5fff),
      .grade3: Look(0x00875f, bold: true),
    ])
}

extension Theme {
  /// High contrast for black to a dark grey.
  package static let highContrastDark = Theme(
    "high-contrast, dark", leastContrast: 7, on: [.black, Colour(0x262626)], mayDim: false,
    looks: [
      .plain: Look(0xffffff),
      .muted: Look(0xd0d0d0),
      .accent: Look(0x5fffff, basic: 6, bold: true),
      .warning: Look(0xffff00, basic: 3, bold: true),
      .up: Look(0x87ff87, basic: 2),
      .down: Look(0xffafaf, basic: 3),
      .grade0: Look(0xd0d0d0),
      .grade1: Look(0xffd787, basic: 3),
      .grade2: Look(0x87d7ff, basic: 6),
      .grade3: Look(0x87ff87, basic: 2, bold: true),
    ])

  /// High contrast for white to a light grey.
  package static let highContrastLight = Theme(
    "high-contrast, light", leastContrast: 7, on: [.white, Colour(0xf5f5f5)], mayDim: false,
    looks: [
      .plain: Look(0x000000),
      .muted: Look(0x444444),
      .accent: Look(0x0000af, basic: 4, bold: true),
      .warning: Look(0x870000, bold: true),
      .up: Look(0x005f00, basic: 4),
      .down: Look(0x87005f),
      .grade0: Look(0x444444),
      .grade1: Look(0x870000),
      .grade2: Look(0x0000af, basic: 4),
      .grade3: Look(0x005f00, basic: 4, bold: true),
    ])

  /// High contrast on a background that nobody knows: the terminal's own colour, told apart by weight alone.
  package static let highContrast = Theme(
    "high-contrast", leastContrast: 7, on: [], mayDim: false,
    looks: [
      .accent: Look(nil, bold: true), .warning: Look(nil, bold: true), .grade2: Look(nil, bold: true),
      .grade3: Look(nil, bold: true),
    ])
}

/// Orange and blue in place of red and green, after Okabe and Ito (2008), *Color Universal Design*; grades grow from
/// grey over orange and blue to the one that differs most from the background.
extension Theme {
  /// Without red against green, for black to a dark grey.
  package static let colourBlindDark = Theme(
    "colour-blind, dark", leastContrast: 4.5, on: [.black, Colour(0x262626)],
    looks: [
      .muted: Look(0x949494),
      .accent: Look(0x5fafff, basic: 6),
      .warning: Look(0xffd75f, basic: 3, bold: true),
      .up: Look(0x5fafff, basic: 6),
      .down: Look(0xff8700, basic: 3),
      .grade0: Look(0x949494),
      .grade1: Look(0xff8700, basic: 3),
      .grade2: Look(0x5fafff, basic: 6),
      .grade3: Look(0xffffaf, basic: 7, bold: true),
    ])

  /// Without red against green, for white to a light grey.
  package static let colourBlindLight = Theme(
    "colour-blind, light", leastContrast: 4.5, on: [.white, Colour(0xeeeeee)],
    looks: [
      .muted: Look(0x626262),
      .accent: Look(0x005faf, basic: 4),
      .warning: Look(0x870000, basic: 1, bold: true),
      .up: Look(0x005faf, basic: 4),
      .down: Look(0xaf0000, basic: 1),
      .grade0: Look(0x626262),
      .grade1: Look(0x875f00, basic: 1),
      .grade2: Look(0x005fd7, basic: 4),
      .grade3: Look(0x00005f, basic: 4, bold: true),
    ])

  /// Without red against green, on a background that nobody knows.
  package static let colourBlind = Theme(
    "colour-blind", leastContrast: 4.5, on: [.black, .white],
    looks: [
      .muted: Look(0x767676),
      .accent: Look(0x5f5fff),
      .warning: Look(0xaf5f5f, bold: true),
      .up: Look(0x5f5fff),
      .down: Look(0xaf5f5f),
      .grade0: Look(0x767676),
      .grade1: Look(0xaf5f5f),
      .grade2: Look(0x5f5fff),
      .grade3: Look(nil, bold: true),
    ])

  /// Every theme.
  package static let all = [
    dark, light, neutral, highContrastDark, highContrastLight, highContrast, colourBlindDark,
    colourBlindLight,
    colourBlind,
  ]
}
