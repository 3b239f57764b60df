internal import Storage
internal import TerminalUI

extension IndexExamination {
  /// The examination for a reader, a few blocks of aligned lines.
  var table: String {
    var lines = facts.map { name, value in name.rightPadded(to: 12) + value }
    let width = (sections.map(\.file.count) + ["total".count]).max() ?? 0
    lines.append("")
    lines += sections.map { section in
      let size = Numerals.grouped(section.bytes).leftPadded(to: 16)
      return
        "\(section.file.rightPadded(to: width))\(size)  \(section.checksum)  \(section.isSound ? "sound" : "DAMAGED")"
    }
    lines.append("total".rightPadded(to: width) + Numerals.grouped(bytes).leftPadded(to: 16))
    lines.append("")
    let sizes = bytesPerVector.map { "\($0.precision) \(Numerals.grouped($0.bytes))" }.joined(separator: ", ")
    lines.append("bytes per vector of \(dimensions.last ?? 0) dimensions: \(sizes)")
    lines.append("")
    if findings.isEmpty {
      lines.append("every byte is as it was written, and the catalogue is the one that was indexed")
    }
    for finding in findings {
      lines += [Diagnostics.spelledOut(finding.finding), "  mend it with: \(finding.remedy)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var facts: [(String, String)] {
    let roles = Diagnostics.spelledOut(self.roles.sentence)
    var facts = [
      ("index", Diagnostics.spelledOut(index)),
      ("format", "\(formatVersion), generation \(generation)"),
      ("items", Numerals.grouped(items)),
      ("encoder", encoder), ("fingerprint", fingerprint),
      ("dimensions", dimensions.map(String.init).joined(separator: ", ")),
      ("language", language), ("fields", roles), ("catalogue", Diagnostics.spelledOut(catalogue)),
    ]
    let left = [
      (skippedLines, "lines skipped"), (missingPictures, "pictures missing or broken"),
      (remotePictures, "pictures on the network"),
    ].filter { $0.0 > 0 }.map { "\(Numerals.grouped($0)) \($1)" }
    if !left.isEmpty { facts.append(("left out", left.joined(separator: ", "))) }
    return facts
  }
}
