/// A part of an index that does not hold what was written to it.
package struct IndexDamage: Error, Hashable, Sendable {
  /// The file, absolute.
  package let path: String
  /// What the file holds.
  package let section: IndexSection.Kind
  /// Which of its bytes are affected; the damage lies somewhere among them.
  package let range: Range<Int>
  /// What was found, such as `its checksum is wrong`.
  package let finding: String
  /// The command that makes the index anew.
  package let repair: String
}

extension IndexDamage: CustomStringConvertible {
  package var description: String {
    "\(path): damaged in bytes \(range.lowerBound)–\(range.upperBound - 1): \(finding); index the catalogue again with: "
      + repair
  }
}
