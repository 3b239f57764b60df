import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
  /// Decisions that are confirmed stay, whatever happens to who made them.
  @Suite struct RecordingTests {
    /// How often processes are killed; more with `KILL_TRIALS=1000`.
    private static let trials = ProcessInfo.processInfo.environment["KILL_TRIALS"].flatMap(Int.init) ?? 60

    private let folder: TemporaryFolder
    private let program: Program
    private var journal: String { folder.path("journal.jsonl") }

    init() throws {
      folder = try TemporaryFolder()
      program = try Program(["ASSAY_ASSESSOR": "erin"])
    }

    /// The items of the journal in their order; every line must be a whole decision.
    private func items() throws -> [String] {
      try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n").map { line in
        let members = try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
        return try #require(members["item"] as? String)
      }
    }

    /// Starts a program that records items called `NAME-1`, `NAME-2` and so on.
    private func start(_ name: String, count: Int) throws -> ChildProcess {
      let input = (1...count).map { "red mug\t\(name)-\($0)\t\($0 % 4)\n" }.joined()
      return try ChildProcess(
        [Program.executable, "judge", "record", journal], environment: program.environment,
        input: try folder.write(input, to: name + ".in"), output: folder.path(name + ".out"),
        messages: folder.path(name + ".err"))
    }

    /// The items whose decisions were confirmed to whoever reads the program's output.
    private func confirmed(_ name: String) throws -> [String] {
      // A line that was cut off confirmed nothing.
      let text = try String(contentsOfFile: folder.path(name + ".out"), encoding: .utf8)
      return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "\(name)-\($0)" }
    }

    /// Two programs record in one journal and are killed at random moments, again and again: what was confirmed is there,
    /// in its order and once; what the kills tore is moved aside.
    @Test func killingLosesNoConfirmedDecision() throws {
      var generator = SeededGenerator(seed: 2026)
      var decisions: [String: [String]] = [:]
      for trial in 0..<Self.trials {
        let names = ["a\(trial)", "b\(trial)"]
        let first = try start(names[0], count: 2_000)
        let second = try start(names[1], count: 2_000)
        // Half of the trials begin when decisions are being made, the others at any moment.
        if Bool.random(using: &generator) {
          try wait(for: "decisions") { try !confirmed(names[0]).isEmpty }
        }
        usleep(useconds_t.random(in: 0...60_000, using: &generator))
        kill(first.id, SIGKILL)
        usleep(useconds_t.random(in: 0...5_000, using: &generator))
        kill(second.id, SIGKILL)
        let ended = [try first.end(), try second.end()]
        #expect(ended == [-SIGKILL, -SIGKILL])
        for name in names { decisions[name] = try confirmed(name) }
      }
      let outcome = try program.run("judge", "status", journal)
      #expect(outcome.status == 0, "\(outcome.output)")
      let kept = Dictionary(grouping: try items()) { String($0.prefix { $0 != "-" }) }
      var sum = 0
      for (name, decisions) in decisions {
        let lines = kept[name] ?? []
        sum += decisions.count
        // At most the one that was on its way may be there without having been confirmed.
        #expect(lines.starts(with: decisions) && lines.count <= decisions.count + 1, "\(name)")
        #expect(lines == lines.indices.map { "\(name)-\($0 + 1)" })
      }
      #expect(sum > Self.trials)
      print(
        "\(Self.trials) trials, \(sum) decisions confirmed, \(kept.values.reduce(0) { $0 + $1.count }) in the journal"
      )
    }

    @Test func twoProgramsRecordAtOnce() throws {
      let left = try start("left", count: 300)
      let right = try start("right", count: 300)
      let ended = [try left.end(), try right.end()]
      #expect(ended == [0, 0])
      let items = try items()
      #expect(items.count == 600)
      for name in ["left", "right"] {
        #expect(items.filter { $0.hasPrefix(name) } == (1...300).map { "\(name)-\($0)" })
      }
      // They really took turns.
      let turns = zip(items, items.dropFirst()).count { $0.first != $1.first }
      #expect(turns > 1)
    }

    @Test func recordsForAnIndexWithHashesAndScale() throws {
      let shop = try Shop.copy()
      let toml = try String(contentsOfFile: shop.path + "/catalog.toml", encoding: .utf8)
      try ("scale = \"esci\"\n" + toml).write(
        toFile: shop.path + "/catalog.toml", atomically: true, encoding: .utf8)
      let query = try #require(
        try String(contentsOfFile: shop.path + "/queries.tsv", encoding: .utf8).split(separator: "\n").last)
      let id = String(query.split(separator: "\t")[0])
      let items = try #require(
        try program.run("search", shop.path, "striped", "--format", "json").lines.first)
      let item = try #require(
        (try JSONSerialization.jsonObject(with: Data(items.utf8)) as? [String: Any])?["id"] as? String)
      let input =
        "\(id)\t\(item)\tE\tlooks right\n\n\(id)\t\(item)\tsubstitute\nblue satin\t\(item)\tskipped\n"
      let outcome = try program.run("judge", "record", shop.path, input: input)
      #expect(outcome.status == 0 && outcome.lines == ["1", "3", "4"], "\(outcome.messages)")
      let decisions = try shop.decisions()
      #expect(decisions.map { $0["grade"] as? Int } == [3, 2, nil])
      #expect(decisions.map { $0["decision"] as? String } == ["grade", "grade", "skipped"])
      #expect(decisions[0]["note"] as? String == "looks right" && decisions[0]["scale"] as? String == "esci")
      #expect(decisions.map { $0["query_id"] as? String } == [id, id, "q-d4b73c6d"])
      #expect(
        decisions.allSatisfy {
          ($0["item_hash"] as? String)?.count == 16 && $0["assessor"] as? String == "erin"
        })

      let unknown = try program.run("judge", "record", shop.path, input: "\(id)\tnobody\t1\n")
      #expect(unknown.status == 3 && unknown.output.isEmpty)
      #expect(unknown.messages.hasPrefix("assay: standard input:1: no item 'nobody' in "))
      #expect(try shop.decisions().count == 3)
    }

    @Test(arguments: [
      ("q\ta", "2 tab-separated columns; expected query, item, decision and maybe a note"),
      ("q\t\t1", "the query or the item is empty"),
      (
        "q\ta\t4",
        "'4' is neither a grade of the scale 0-3, 0 to 3, nor withdrawn, skipped, cannot-tell, flagged, "
      ),
      ("q\ta\tgreat", "'great' is neither a grade"),
    ])
    func theFirstBadLineEndsIt(line: String, reason: String) throws {
      let outcome = try program.run("judge", "record", journal, input: "q\tfirst\t3\n\(line)\nq\tlast\t3\n")
      #expect(outcome.status == 3 && outcome.lines == ["1"])
      #expect(outcome.messages.hasPrefix("assay: standard input:2: " + reason))
      #expect(try items() == ["first"])
    }

    /// A file system of a few pages, where the administrator may make one.
    @Test(.enabled(if: TinyDisk.canBeMade, "this user may not mount file systems"))
    func aFullDiskIsSaidAndLosesNothing() throws {
      let disk = try TinyDisk(kilobytes: 16)
      let path = disk.folder.path("journal.jsonl")
      let input = (1...200).map { "red mug\titem-\($0)\t1\n" }.joined()
      let outcome = try program.run("judge", "record", path, input: input)
      #expect(outcome.status == 3)
      #expect(outcome.messages == "assay: \(path): can't be written: No space left on device\n")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(outcome.lines.count > 10 && text.split(separator: "\n").count == outcome.lines.count)
      #expect(text.hasSuffix("}\n"))
      #expect(try program.run("judge", "status", path).status == 0)
    }
  }
}

/// A file system in memory that is full after a few lines.
final class TinyDisk {
  let folder: TemporaryFolder

  /// Whether this process may mount one.
  static let canBeMade = (try? TinyDisk(kilobytes: 16)) != nil

  init(kilobytes: Int) throws {
    folder = try TemporaryFolder()
    let outcome = mount("tmpfs", folder.root.path, "tmpfs", 0, "size=\(kilobytes)k")
    guard outcome == 0 else { throw POSIXError(.EPERM) }
  }

  deinit { umount2(folder.root.path, 2) }  // MNT_DETACH
}
