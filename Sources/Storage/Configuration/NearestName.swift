internal import Retrieval

/// Finds the name that was probably meant.
package enum NearestName {
  /// The one of `names` that differs from `name` by the fewest letters; `nil` when all differ by too many.
  ///
  /// Up to a third of the longer name's letters may differ, and a name that begins with what was written counts.
  package static func of(_ name: String, among names: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(64))
    let nearest = names.map { ($0, EditDistance.between(wanted, Array($0.lowercased().utf8.prefix(64)))) }
      .min { $0.1 < $1.1 }
    if let (found, distance) = nearest, distance * 3 <= max(wanted.count, found.utf8.count) { return found }
    return wanted.count > 1 ? names.first { $0.lowercased().utf8.starts(with: wanted) } : nil
  }

  /// The end of a message about an unknown name: the nearest, or else all there are.
  package static func advice(on name: String, among names: [String]) -> String {
    of(name, among: names).map { "did you mean '\($0)'?" } ?? "known are \(names.joined(separator: ", "))"
  }
}
