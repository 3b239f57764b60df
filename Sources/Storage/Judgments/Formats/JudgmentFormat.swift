package import Relevance

/// A file format in which judgments go from tool to tool.
///
/// Reading keeps what a file says as it is spelled: ratings become grades, and texts become query ids, elsewhere.
/// Ids are opaque: what `write` does not refuse, `read` gives back byte by byte.
package protocol JudgmentFormat: Sendable {
  /// The name on the command line.
  var name: String { get }
  /// What it is, in a line.
  var summary: String { get }
  /// Whether a file can hold the judgments of several assessors about one item.
  var keepsAssessors: Bool { get }
  /// Whether the columns of a file end at blanks, so that some ids are spelled as `TRECToken` does.
  var hasTRECColumns: Bool { get }
  /// The scale of files that can hold no other; `nil` when the format has numbers of any scale.
  var scale: Scale? { get }

  /// Whether a file says which scale its grades are on.
  func carriesScale(_ options: FormatOptions) -> Bool

  /// What the bytes of a file say.
  ///
  /// A record that is no judgment is a problem of its own and does not stop the rest.
  /// - Throws: `LineError` when the file as a whole is something else.
  func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading

  /// The bytes of a file that says so; the same judgments always give the same bytes.
  ///
  /// There is at most one judgment for each assessor, query and item; for each query and item when the format doesn't
  /// keep assessors.
  /// - Throws: `FormatRefusal` when something would come back as something else.
  func write(_ judgments: [ExportedJudgment], options: FormatOptions) throws(FormatRefusal) -> FormatOutput
}

extension JudgmentFormat {
  package var keepsAssessors: Bool { false }
  package var hasTRECColumns: Bool { false }
  package var scale: Scale? { nil }
  package func carriesScale(_ options: FormatOptions) -> Bool { scale != nil }
}

/// What a format needs to know beside the file.
package struct FormatOptions: Hashable, Sendable {
  /// The file's name; its ending chooses where a format has two forms.
  package var fileName = ""
  /// The header of each column of a generic table that is not called what it usually is.
  package var columns: [TableRole: String] = [:]
  /// The bytes of `query.csv` beside a WANDS label file; `nil` when it isn't there.
  package var wandsQueries: [UInt8]?
  /// The scale of the grades that are written.
  package var scale = Scale.zeroToThree
  /// The shop an ESCI file is written for.
  package var locale = "us"

  /// Options as most files need them.
  package init(fileName: String = "") {
    self.fileName = fileName
  }

  /// Whether the file is to be a table rather than JSON.
  var wantsTable: Bool { [".csv", ".tsv"].contains { fileName.lowercased().hasSuffix($0) } }
}

/// Why judgments can't be written in a format.
package struct FormatRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What can't be carried and what to do.
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}
