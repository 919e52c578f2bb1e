import Diagnostics
import Files
import Git
import Glibc
import GoPatch

// Makes every remedy's patch for every release of a local Flyte repository.
//
// usage: flyte-releases REPOSITORY [TEMPLATES [OUTPUT]]
//
// Prints how each remedy stands, releases with the same answers on one line. With OUTPUT, writes each
// release's series there, for apply.py.
//
// usage: flyte-releases --fingerprints REPOSITORY TEMPLATES SAMPLE
//
// Prints the table of the shapes that the declarations have which rules edit, the sample's with them.
let words = Array(CommandLine.arguments.dropFirst())
guard let repository = words.first else {
  print("usage: flyte-releases REPOSITORY [TEMPLATES [OUTPUT]]")
  exit(64)
}
do {
  if repository == "--fingerprints", words.count == 4 {
    print(
      try Fingerprints.table(repository: words[1], templates: words[2], sample: words[3]),
      terminator: "")
    exit(0)
  }
  let run = try ReleaseRun(
    repository: repository, templates: words.count > 1 ? words[1] : "Templates",
    output: words.count > 2 ? words[2] : nil)
  exit(try run.run() ? 0 : 1)
} catch let error as GitError {
  print(error.description)
} catch let error as FileError {
  print(error.description)
}
exit(2)
