/// A release of OpenVINO, such as 2026.4.1.
package struct RuntimeVersion: Hashable, Sendable, CustomStringConvertible {
  /// The release Assay is tested with and says how to install.
  package static let recommended = RuntimeVersion(year: 2026, minor: 4, patch: 1)

  /// The parts of the number.
  package let year, minor, patch: Int

  /// Makes a version from its parts.
  package init(year: Int, minor: Int, patch: Int) {
    (self.year, self.minor, self.patch) = (year, minor, patch)
  }

  /// Reads a build string such as `2026.4.1-22982-8dd3f9a0-releases/2026/4`; `nil` when it begins otherwise.
  package init?(build: String) {
    let parts = build.prefix { $0 != "-" }.split(separator: ".", omittingEmptySubsequences: false).map {
      Int($0)
    }
    guard parts.count == 3, let year = parts[0], let minor = parts[1], let patch = parts[2] else {
      return nil
    }
    self.init(year: year, minor: minor, patch: patch)
  }

  package var description: String { "\(year).\(minor).\(patch)" }

  /// Whether Assay works with this release.
  ///
  /// Numbers of element types and the shape of structures are only stable within a release's patches.
  package var isSupported: Bool { year == Self.recommended.year && minor == Self.recommended.minor }
}
