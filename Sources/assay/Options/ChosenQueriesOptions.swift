internal import ArgumentParser
internal import Relevance

/// The flag that chooses queries by the columns of their set.
struct ChosenQueriesOptions: ParsableArguments {
  /// A column and the value that a query has to have there.
  struct Choice: Hashable {
    let column: QueryColumn
    let value: String
  }

  @Option(
    help: ArgumentHelp(
      "Only queries with this value in a column of their set (\(Self.columns)), as in split=test. May be given several times.",
      valueName: "column=value"),
    transform: ChosenQueriesOptions.choice)
  var only: [Choice] = []

  /// The columns by name, for help texts and messages.
  static let columns = QueryColumn.allCases.map(\.rawValue).joined(separator: ", ")

  /// The choices as pairs.
  var choices: [(column: QueryColumn, value: String)] { only.map { ($0.column, $0.value) } }

  private static func choice(_ text: String) throws -> Choice {
    guard let equals = text.firstIndex(of: "=") else {
      throw ValidationError("give a column and its value, as in split=test")
    }
    guard let column = QueryColumn(rawValue: String(text[..<equals])) else {
      throw ValidationError("'\(text[..<equals])' is none of the columns \(columns)")
    }
    return Choice(column: column, value: String(text[text.index(after: equals)...]))
  }
}

extension QueryColumn: ExpressibleByArgument {}
