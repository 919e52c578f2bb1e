import Glibc
import PodAPI
import PodSecurity

let folder = CommandLine.arguments.dropFirst().first ?? "../shared"
var reports: [ConformanceReport] = []
do throws(DataError) {
  reports.append(try PodSecurityConformance.run(folder))
  reports.append(try DefaultsConformance.run(folder))
  reports.append(contentsOf: try FlyteConformance.run(folder))
} catch {
  let text = Array("\(error.place): \(error.reason)\n".utf8)
  _ = write(STDERR_FILENO, text, text.count)
  exitProcess(2)
}
for report in reports { report.show() }
exitProcess(reports.allSatisfy(\.isWhole) ? 0 : 1)
