import Glibc
import PodAPI
import PodSecurity

// The folder of the data; `--misses` prints every difference, not only the first, and
// `--only=api-server` looks at one of its folders.
let arguments = CommandLine.arguments.dropFirst()
let showsAll = arguments.contains("--misses")
let folder = arguments.first { !$0.hasPrefix("--") } ?? "../shared"
let only = arguments.first { $0.hasPrefix("--only=") }?.dropFirst("--only=".count)
func isAsked(_ name: String) -> Bool { only.map { $0 == name } ?? true }

// `--fuzz=100000` looks at no data: it sends as many random templates, of `--seed=1`.
func number(_ option: String) -> Int? {
  arguments.first { $0.hasPrefix(option) }.flatMap { Int($0.dropFirst(option.count)) }
}
if let count = number("--fuzz=") {
  let verdicts = RandomVerdicts.count(count, seed: UInt64(number("--seed=") ?? 1))
  print("\(count) random PodTemplates end in a verdict: \(verdicts.text)")
  exitProcess(0)
}

var reports: [ConformanceReport] = []
do throws(DataError) {
  if isAsked("pod-security") { reports.append(try PodSecurityConformance.run(folder)) }
  if isAsked("flyte-oracle") {
    reports.append(try DefaultsConformance.run(folder))
    reports.append(contentsOf: try FlyteConformance.run(folder))
    reports.append(try SecretConformance.run(folder))
  }
  if isAsked("resources") { reports.append(contentsOf: try ResourceConformance.run(folder)) }
  if isAsked("operators") { reports.append(contentsOf: try OperatorConformance.run(folder)) }
  if isAsked("operators") { reports.append(contentsOf: try PolicyConformance.run(folder)) }
  if isAsked("api-server") {
    reports.append(contentsOf: try APIServerConformance.run(folder))
  }
  if isAsked("judges") || isAsked("limits") {
    reports.append(contentsOf: try LimitsConformance.run(folder))
  }
  if isAsked("judges") || isAsked("scc") {
    reports.append(try ConstraintsConformance.run(folder))
  }
} catch {
  let text = Array("\(error.place): \(error.reason)\n".utf8)
  _ = write(STDERR_FILENO, text, text.count)
  exitProcess(2)
}
for report in reports { report.show(all: showsAll) }
// A name of no folder looks at nothing, and passes nothing.
exitProcess(!reports.isEmpty && reports.allSatisfy(\.isWhole) ? 0 : 1)
