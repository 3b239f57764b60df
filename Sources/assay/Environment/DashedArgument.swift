internal import ArgumentParser

/// A query or a path on the command line that begins with `-`, so that the parser takes its letters for options.
///
/// One that holds an `h` asks for help that way, which would be printed with exit code 0 as if it were a result.
enum DashedArgument {
  /// Words that ask for help, or something else that is printed and ends the program well, in so many words.
  private static let requests: Set<String> = [
    "-h", "-help", "--help", "--help-hidden", "--version", "--experimental-dump-help",
    "--generate-completion-script",
  ]

  /// What a parser should say instead of `error`; `nil` when the error is about something else.
  static func complaint(about arguments: [String], isHelp: Bool) -> String? {
    let options = arguments.prefix { $0 != "--" }
    let place = options.indices.first { index in
      isLikeText(options[index]) && !(index > 0 && takesValue(options[index - 1]))
    }
    guard let mistaken = place.map({ options[$0] }) else { return nil }
    if isHelp {
      let isAsked =
        arguments.first == "help"
        || options.contains { option in
          requests.contains { option == $0 || option.hasPrefix($0 + "=") }
        }
      guard !isAsked, mistaken.contains("h") else { return nil }
    } else if arguments.first != "search" {
      return nil
    }
    return
      "'\(mistaken)' begins with - and is taken for options; put -- before a query that begins so, after all "
      + "options, as in: assay search INDEX --top 5 -- '\(mistaken)'"
  }

  /// Whether an option's value follows it, which may begin with anything.
  private static func takesValue(_ option: String) -> Bool {
    option.hasPrefix("--") && !option.contains("=") && option != "--explain" && option != "--plain"
  }

  /// Whether an argument is rather a text than one option or a few of one letter: `-brand:velora shirt`, `-shirt`.
  private static func isLikeText(_ argument: String) -> Bool {
    argument.utf8.first == UInt8(ascii: "-") && argument.utf8.dropFirst().first != UInt8(ascii: "-")
      && argument.utf8.count > 2 && Double(argument) == nil && !requests.contains(argument)
  }
}
