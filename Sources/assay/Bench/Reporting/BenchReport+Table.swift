internal import TerminalUI

extension BenchReport {
  /// The report for people.
  var table: String {
    (heading + [""] + startLines + [""] + keyLines + [""] + interruptLines + barLines).joined(separator: "\n")
      + "\n"
  }

  private var heading: [String] {
    [
      "\(catalogue): \(Numerals.counted(itemCount, "item")), \(columns)×\(rowsOfCells) cells, sixel; script ×\(repeats), seed \(seed)",
      "\(processors) processors, load average \(load.fixed(1))",
      "floor, a byte to cat and back: median \(number(floor.median)) ms, p99 \(number(floor.p99)) ms",
    ]
  }

  private var startLines: [String] {
    let header =
      "start, ms".rightPadded(to: 34) + ["n", "median", "max"].map { $0.leftPadded(to: 9) }.joined()
    return [header]
      + [
        ("first text, terminal answers", firstText), ("catalogue listed, terminal answers", listed),
        ("first text, terminal silent", firstTextUnanswered),
        ("catalogue listed, terminal silent", listedUnanswered),
      ].map { name, summary in
        name.rightPadded(to: 34) + "\(summary.count)".leftPadded(to: 9)
          + number(summary.median).leftPadded(to: 9) + number(summary.largest).leftPadded(to: 9)
      }
  }

  private var keyLines: [String] {
    let header =
      "key".rightPadded(to: 10)
      + [
        "n", "text ms", "p99", "max", "cached", "p99", "new", "p99", "saved", "text B", "most", "pict. B",
        "most",
      ].map { $0.leftPadded(to: 8) }.joined()
    let all =
      "all".rightPadded(to: 10)
      + ["\(allText.count)", number(allText.median), number(allText.p99), number(allText.largest)]
      .map { $0.leftPadded(to: 8) }.joined()
    let ratio = allText.median.flatMap { text in floor.median.map { text / $0 } }
    return [header] + rows.map(line)
      + [all, "", "median text over the floor: \(number(ratio)) times"]
  }

  private func line(_ row: Row) -> String {
    row.kind.rawValue.rightPadded(to: 10)
      + [
        "\(row.count)", number(row.text.median), number(row.text.p99), number(row.text.largest),
        number(row.cachedPictures.median), number(row.cachedPictures.p99), number(row.newPictures.median),
        number(row.newPictures.p99), number(row.saved.median), count(row.textBytes.median),
        count(row.textBytes.largest), count(row.pictureBytes.median), count(row.pictureBytes.largest),
      ].map { $0.leftPadded(to: 8) }.joined() + "  " + row.kind.meaning
  }

  private var interruptLines: [String] {
    guard interruptedPictures > 0 else { return [] }
    let share = (100 * Double(laterPictures) / Double(interruptedPictures)).fixed(0)
    return [
      "keys while pictures stream: \(laterPictures) of \(interruptedPictures) pictures (\(share) %) came after"
        + " the text", "",
    ]
  }

  private var barLines: [String] {
    bars.map { bar in
      (bar.passed ? "PASS  " : "FAIL  ") + bar.name.rightPadded(to: 54)
        + (bar.unit == "bytes" ? count(bar.measured) : number(bar.measured)).leftPadded(to: 8)
        + " ≤ \(bar.limit.fixed(0)) \(bar.unit)"
    }
  }

  private func number(_ value: Double?) -> String { value.map { $0.fixed(2) } ?? "–" }
  private func count(_ value: Double?) -> String { value.map { $0.fixed(0) } ?? "–" }
}
