import Diagnostics
import Files
import Git
import Glibc
import GoPatch

// Makes every patch's patch for every release of a local Flyte repository, and looks at the results.
//
// usage: flyte-releases REPOSITORY TEMPLATES [OUTPUT]
//
// With OUTPUT, writes each release's series there, for apply.py.
//
// usage: flyte-releases --fingerprints REPOSITORY TEMPLATES SAMPLE
//
// Prints the table of the shapes that the declarations have which rules edit, the sample's with them.
let words = Array(CommandLine.arguments.dropFirst())
do {
  if words.first == "--fingerprints", words.count == 4 {
    print(
      try Fingerprints.table(repository: words[1], templates: words[2], sample: words[3]),
      terminator: "")
    exit(0)
  }
  guard (2...3).contains(words.count) else {
    print("usage: flyte-releases REPOSITORY TEMPLATES [OUTPUT]")
    exit(64)
  }
  let run = ReleaseRun(
    repository: try GitRepository.open(path: words[0]), rules: try RuleFolder(words[1]),
    table: try Fingerprints.known(templates: words[1]), output: words.count > 2 ? words[2] : nil)
  exit(try run.run() ? 0 : 1)
} catch let error as GitError {
  print(error.description)
} catch let error as FileError {
  print(error.description)
}
exit(2)
