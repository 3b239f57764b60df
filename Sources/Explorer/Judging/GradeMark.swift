internal import Relevance
internal import TerminalUI

/// How what was said about an item looks in one cell; legible without colour.
enum GradeMark {
  /// A grade's digit, or its letter where the scale has letters, in its colour; a hatch where nobody judged.
  static func of(_ grade: Int?, on scale: Scale, answer: Decision = .withdrawn) -> (
    text: String, style: Style
  ) {
    if let grade {
      let text = scale.letter(of: grade)?.uppercased() ?? "\(grade)"
      return (text, Style(ink(of: grade, on: scale), bold: true))
    }
    return switch answer {
    case .skipped: ("–", Style(.muted))
    case .cannotTell: ("?", Style(.muted, bold: true))
    default: ("╱", Style(.muted))
    }
  }

  /// The mark of a grade that somebody else gave: a raised digit or a small letter, without colour.
  static func others(_ grade: Int, on scale: Scale) -> (text: String, style: Style) {
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let digit = raised.indices.contains(grade) ? String(raised[grade]) : "\(grade)"
    return (scale.letter(of: grade).map(String.init) ?? digit, Style(.muted))
  }

  /// A circle the fuller the higher the grade, in its colour, for eyes that don't tell the colours apart.
  static func shape(of grade: Int, on scale: Scale) -> (text: String, style: Style) {
    let ink = ink(of: grade, on: scale)
    let text =
      switch ink {
      case .grade3: "●"
      case .grade2: "◑"
      case .grade1: "◔"
      default: "○"
      }
    return (text, Style(ink, bold: true))
  }

  /// The mark of an item for later.
  static let flag = (text: "⚑", style: Style(.accent))
  /// The mark of an item with a note.
  static let note = (text: "✎", style: Style(.accent))

  /// The lowest grade has the first of the grades' colours and the highest the last, however many there are.
  static func ink(of grade: Int, on scale: Scale) -> Ink {
    let inks: [Ink] = [.grade0, .grade1, .grade2, .grade3]
    let span = max(1, scale.highest - scale.lowest)
    let place = (grade - scale.lowest) * (inks.count - 1)
    return inks[min(inks.count - 1, max(0, (place + span / 2) / span))]
  }
}

extension Opinion {
  /// Why there is no grade.
  var unjudgedWords: String {
    switch answer {
    case .skipped: "skipped"
    case .cannotTell: "can't tell"
    default: "not judged"
    }
  }
}
