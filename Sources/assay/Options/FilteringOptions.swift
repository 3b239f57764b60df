internal import ArgumentParser
internal import Retrieval

/// The flags that say when a query's filters are applied.
struct FilteringOptions: ParsableArguments {
  @Option(help: "Apply filters during the search, or after it, to show what that loses.")
  var filtering: FilteringName = .during

  @Option(
    parsing: .unconditional,
    help: "How many times deeper to search when filtering after, \(Self.range).")
  var oversample: Int = 3

  func validate() throws {
    guard Filtering.oversamplings.contains(oversample) else {
      throw ValidationError("--oversample must lie in \(Self.range), not \(oversample)")
    }
  }

  /// The choice these flags describe.
  var rule: Filtering {
    filtering == .during ? .during : .after(oversampling: oversample)
  }

  private static let range = "\(Filtering.oversamplings.lowerBound)…\(Filtering.oversamplings.upperBound)"
}

/// The names of the ways to filter on the command line.
enum FilteringName: String, CaseIterable, ExpressibleByArgument {
  case during, after
}
