internal import Foundation
internal import Relevance
internal import Storage

/// Reads query sets, judgments and runs, with errors that name file and line.
enum EvaluationFiles {
  /// Reads a query set; its pictures, which it names relative to itself, are found from anywhere afterwards.
  static func queries(_ path: String) throws(StorageError) -> QuerySet {
    let text = try text(path)
    do {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      var set = QuerySet()
      for query in try QuerySet(tsv: text).queries {
        let image = query.image.map { URL(fileURLWithPath: $0, relativeTo: folder).absoluteURL.path }
        set.append(Query(id: query.id, text: query.text, kind: query.kind, split: query.split, image: image))
      }
      return set
    } catch {
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

  /// Reads a TREC run.
  static func run(_ path: String) throws(StorageError) -> Run {
    let text = try text(path)
    do { return try Run(trec: text) } catch {
      throw .malformedLine(path: path, line: error.line, reason: error.reason)
    }
  }

  private static func text(_ path: String) throws(StorageError) -> String {
    let bytes = try AtomicFile.read(path)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // Repaired, ids that differ would become one.
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw .malformedLine(path: path, line: bad + 1, reason: "not valid UTF-8; convert the file to UTF-8")
  }
}
