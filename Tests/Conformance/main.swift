import Files
import JSONText
import PodAPI
import PodSecurity

let folder = CommandLine.arguments.dropFirst().first ?? "../shared"
var reports: [ConformanceReport] = []
do {
  reports.append(try PodSecurityConformance.run(folder))
  reports.append(try DefaultsConformance.run(folder))
  reports.append(contentsOf: try FlyteConformance.run(folder))
} catch {
  print("the data in \(folder) cannot be read: \(error)")
  exitProcess(2)
}
for report in reports { report.show() }
exitProcess(reports.allSatisfy(\.isWhole) ? 0 : 1)
