internal import Relevance
internal import Storage

/// Reads query sets and judgments, with errors that name file and line.
enum EvaluationFiles {
  /// Reads a query set.
  static func queries(_ path: String) throws(StorageError) -> QuerySet {
    let text = try text(path)
    do { return try QuerySet(tsv: text) } catch {
      throw .malformedLine(path: path, line: error.line, reason: error.reason)
    }
  }

  /// Reads TREC qrels.
  static func qrels(_ path: String) throws(StorageError) -> Qrels {
    let text = try text(path)
    do { return try Qrels(trec: text) } catch {
      throw .malformedLine(path: path, line: error.line, reason: error.reason)
    }
  }

  private static func text(_ path: String) throws(StorageError) -> String {
    String(decoding: try AtomicFile.read(path), as: UTF8.self)
  }
}
