internal import CursesBackend
internal import Storage
internal import TerminalUI

/// What `assay doctor` knows about the terminal it runs in: what was asked, what it answered, what is used.
struct TerminalExamination: Encodable {
  /// Something that could be better, and what mends it.
  struct Finding: Encodable {
    let finding: String
    let remedy: String
  }

  /// One question and its answer.
  struct Question: Encodable {
    let asked: String
    let answered: String?
  }

  let type: String?
  let columns: Int?
  let rows: Int?
  let colours: Int
  let characters: String
  let questions: [Question]
  /// How long all answers took; `nil` when not all came in time.
  let milliseconds: Double?
  let theme: String
  let pictures: String
  let findings: [Finding]

  /// Examines the terminal; `nil` when standard input and output are none.
  init?(settings: Settings, configuration: EffectiveConfiguration) {
    let options = TerminalOptions(
      images: configuration.images.value, theme: configuration.theme.value, environment: settings.environment)
    guard let survey = TerminalSurvey(options) else { return nil }
    self.init(survey, environment: settings.environment)
  }

  /// Judges what a terminal said.
  init(_ survey: TerminalSurvey, environment: [String: String]) {
    type = survey.type
    columns = survey.window?.columns
    rows = survey.window?.rows
    colours = survey.colours
    characters = survey.isUnicode ? "UTF-8" : "ASCII"
    questions = survey.answers.map { Question(asked: $0.question, answered: $0.answer) }
    milliseconds = survey.answered.map { $0 / .milliseconds(1) }
    theme = survey.theme
    pictures =
      switch survey.pictures {
      case .none: "none"
      case .blocks: "half blocks"
      case .sixel(let width, let height): "sixel, cells of \(width)×\(height) pixels"
      case .kitty(let width, let height): "kitty's graphics protocol, cells of \(width)×\(height) pixels"
      case .iterm2(let width, let height): "iTerm2's inline pictures, cells of \(width)×\(height) pixels"
      }
    findings = Self.findings(survey, environment)
  }

  /// The lines of the table, name and value.
  var facts: [(String, String)] {
    let size = columns.flatMap { columns in rows.map { ", \(columns)×\($0) cells" } } ?? ""
    let time = milliseconds.map { " in \(Numerals.milliseconds($0 / 1000))" } ?? ""
    let asked = questions.map { question in
      ("asked", "\(question.asked): \(question.answered ?? "no answer")")
    }
    return [("terminal", "\(type ?? "TERM is not set")\(size), \(characters), \(colours) colours")] + asked
      + [("used", "theme \(theme), pictures by \(pictures)" + (time.isEmpty ? "" : ", answered" + time))]
  }

  private static func findings(_ survey: TerminalSurvey, _ environment: [String: String]) -> [Finding] {
    var findings: [Finding] = []
    func find(_ finding: String, mend remedy: String) {
      findings.append(Finding(finding: finding, remedy: remedy))
    }
    let isInside = environment["TMUX"].map { !$0.isEmpty } ?? false
    if !survey.isKnown {
      find(
        "the terminal type \(survey.type.map { "'\($0)'" } ?? "(TERM)") is not in the database here",
        mend: "export TERM=xterm-256color")
    } else if survey.colours < 256, !["linux"].contains(survey.type ?? "") {
      find(
        "\(survey.type ?? "") has \(survey.colours) colours in the database; themes and pictures want 256",
        mend: isInside ? "tmux set -g default-terminal tmux-256color" : "export TERM=xterm-256color")
    }
    if !survey.isUnicode {
      find(
        "the locale is not UTF-8: other letters become their ASCII look-alikes", mend: "export LC_ALL=C.UTF-8"
      )
    }
    if let window = survey.window, window.columns < 80 || window.rows < 24 {
      find(
        "\(window.columns)×\(window.rows) cells are few; the screens are made for 80×24 and more",
        mend: "enlarge the window")
    }
    if survey.isKnown, survey.answered == nil {
      find(
        "the terminal did not answer in time: neither its background nor its pictures are known",
        mend: "assay explore --theme dark --images blocks, or theme and images in the configuration")
    } else if isInside, survey.pictures == .blocks {
      find(
        "tmux keeps sixel pictures from the terminal behind it, unless it is 3.4 or later and built for them",
        mend: "run assay outside tmux")
    } else if case .sixel = survey.pictures {
      // Nothing can tell that a terminal promises what it does not do.
      find(
        "sixel is announced; should letters show in the place of pictures",
        mend: "assay explore --images blocks")
    }
    if let columns = survey.wideColumns, columns != 2 {
      find(
        "a wide character takes \(columns) \(columns == 1 ? "cell" : "cells") here, which are laid out as 2",
        mend:
          "set the terminal's East Asian width to the locale's, or a font with wide glyphs such as Noto Sans Mono CJK"
      )
    }
    return findings
  }
}
