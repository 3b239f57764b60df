internal import ArgumentParser
internal import Retrieval

/// A way to rank, written in one word: `dense:64,int8` or `hybrid:fusion=rrf,rrf-k=20`.
///
/// A mode, and after a colon settings with commas between them: a bare number is the length of the vectors, a bare
/// precision their number format, and everything else an option of the commands that rank, without its dashes.
struct ColumnSpecification: Sendable {
  /// As it was written.
  let text: String
  /// The index that it ranks; `nil` for the one that all others rank.
  let index: String?
  /// Whose vectors it compares, of several models that are open side by side; `nil` for the first one's.
  let model: String?
  /// Filters that hold for it alone; empty when none do.
  let filter: String
  private let arguments: [String]

  /// The language in a few lines, for help texts.
  static let language = """
    A configuration is a mode and after a colon its settings, separated by commas: dense:64,int8 or \
    hybrid:fusion=rrf,rrf-k=20 or dense:256,coarse=64:int8:400 or lexical:k1=0.9,field-weight=title=3. A bare number is the \
    length of the vectors, a bare word their precision; index=PATH ranks another index than --index, as in \
    dense:index=shop/.assay/new; filter=TEXT comes last, takes the rest and adds filters, as in \
    hybrid:filter=price:<50; all others are the options of `assay run` that rank, without their dashes.
    """

  /// Reads a specification; `nil` when the text does not begin with a mode.
  /// - Throws: `CommandFailure` for a setting that has no name or value.
  init?(_ text: String) throws(CommandFailure) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let mode = parts.first.flatMap({ RankingMode(rawValue: String($0)) }) else { return nil }
    self.text = text
    var arguments = ["--mode", mode.rawValue]
    let (rest, filter) = Self.cutFilter(parts.count > 1 ? parts[1] : "")
    let isFilterOnly = rest.isEmpty && !filter.isEmpty
    let settings =
      parts.count < 2 || isFilterOnly ? [] : rest.split(separator: ",", omittingEmptySubsequences: false)
    var index: String?
    var model: String?
    for setting in settings {
      let option = try Self.option(String(setting), of: text)
      switch option[0] {
      case "--index": index = option[1]
      case "--model": model = option[1]
      default: arguments += option
      }
    }
    self.index = index
    self.model = model
    self.filter = filter
    self.arguments = arguments
  }

  /// The plan, for the lengths and fields that an index has.
  /// - Throws: `CommandFailure` that says which setting the ranking options don't take, and what they do.
  ///
  /// `warns` of what is likely to be a mistake, on standard error.
  func plan(
    for workspace: Workspace, depth: Int, warns: Bool = true
  ) throws(CommandFailure) -> SearchPlan {
    let options: RankingOptions
    do {
      options = try RankingOptions.parse(arguments)
    } catch {
      throw .usage("\(text): \(RankingOptions.message(for: error))")
    }
    do throws(CommandFailure) {
      var plan = try options.plan(for: workspace, depth: depth, warns: warns)
      if !filter.isEmpty { try workspace.checkFilter(filter) }
      plan.filter = filter
      return plan
    } catch {
      throw CommandFailure("\(text): \(error.message)", code: error.code)
    }
  }

  /// Takes `filter=…`, which may have commas of its own, off the end.
  private static func cutFilter(_ settings: Substring) -> (rest: Substring, filter: String) {
    let name = "filter="
    if settings.hasPrefix(name) { return ("", String(settings.dropFirst(name.count))) }
    guard let place = settings.firstRange(of: "," + name) else { return (settings, "") }
    return (settings[..<place.lowerBound], String(settings[place.upperBound...]))
  }

  private static func option(_ setting: String, of text: String) throws(CommandFailure) -> [String] {
    guard let equals = setting.firstIndex(of: "=") else {
      if Int(setting) != nil { return ["--dimensions", setting] }
      if VectorPrecision(rawValue: setting) != nil { return ["--precision", setting] }
      let precisions = VectorPrecision.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage(
        "\(text): '\(setting)' is neither a length, nor a precision (\(precisions)), nor name=value")
    }
    let (name, value) = (setting[..<equals], setting[setting.index(after: equals)...])
    guard !name.isEmpty, !value.isEmpty, name != "help", name != "mode" else {
      throw .usage("\(text): '\(setting)' is no setting; write name=value, as in fusion=rrf")
    }
    return ["--\(name)", String(value)]
  }
}
