"""Opens recorded pages of `audit --format html` in a headless Chromium and uses them: filters, the keyboard,
what unfolds, light and dark, narrow and wide, 10,000 namespaces. Nothing may be asked of a network, and the
console must stay silent.

usage: audit_page.py REPORTS [PICTURES]
"""
import json
import pathlib
import re
import sys
import tempfile
import time

import browser

REPORT = re.compile(r'(<script type="application/json" id="report">)(.*?)(</script>)', re.S)
HOSTILE = "</script><img src=x onerror=alert(1)>&lt;'\"${title}"


PARTS = pathlib.Path(__file__).resolve().parents[2] / "Sources/Audit/Formats/Page"


def whole(page):
    """A recorded page with the files that are in every page."""
    for name in "page.css", "page.js":
        page = page.replace(f"/* {name} */", (PARTS / name).read_text())
    return page


def report(page):
    return json.loads(REPORT.search(page).group(2))


def changed(page, change):
    """A page with another report; its policy allows the same style and script."""
    data = report(page)
    change(data)
    text = json.dumps(data).replace("<", "\\u003c").replace(">", "\\u003e")
    return REPORT.sub(lambda found: found.group(1) + text + found.group(3), page)


class Faults(list):
    def check(self, holds, words):
        if not holds:
            self.append(words)

    def quiet(self, tab, url):
        self.check(not tab.errors, f"the console says {tab.errors}")
        self.check(set(tab.requests) <= {url}, f"the page asks for {set(tab.requests) - {url}}")


def use(tab, url, data, faults):
    """Every page is used as people do."""
    check = faults.check
    tab.open(url)
    clusters = data["clusters"]
    shown = tab.run("document.querySelectorAll('section.cluster').length")
    check(shown == len(clusters), "not every cluster is shown")
    if not shown:
        return
    refusals = [r for c in clusters for r in c["refusals"]]
    check(tab.run("document.querySelectorAll('details.item[id]').length") == len(refusals), "not every refusal is shown")
    text = tab.run("document.body.textContent")
    for words in [r["message"] for r in refusals] + [f["words"] for c in clusters for f in c["findings"]]:
        check(words in text, f"the page lacks: {words}")
    for kind in clusters[0]["notCovered"]:
        check(kind in tab.run("document.getElementById('c0').innerText"), f"not covered, and not shown: {kind}")
    # What a screen reader wants: landmarks, names, captions, headers.
    for selector in ("main", "header", "footer", "form[role=search]", "output[aria-live=polite]", "html[lang]",
                     "table caption", "thead th[scope=col]", "tbody th[scope=rowgroup]"):
        check(tab.run(f"!!document.querySelector('{selector}')"), f"there is no {selector}")
    check(not tab.run("[...document.querySelectorAll('input,select')].some(e => !e.labels.length)"), "a field has no label")
    check(not tab.run("(i => new Set(i).size !== i.length)([...document.querySelectorAll('[id]')].map(e => e.id))"),
          "two elements have one id")
    if refusals:
        pods(tab, faults)
        filters(tab, clusters, faults)
    keyboard(tab, faults)
    faults.quiet(tab, url)


def pods(tab, faults):
    """The pod unfolds, with its faults marked."""
    first = "details.item[id] details"
    if not tab.run(f"!!document.querySelector('{first}')"):
        faults.append("no refusal has a pod")
        return
    tab.click(f"{first} > summary")
    faults.check(tab.wait(f"!!document.querySelector('{first} pre')"), "the pod does not unfold")
    faults.check(tab.run(f"document.querySelector('{first} pre').innerText").lstrip().startswith("apiVersion: v1"),
                 "the pod is no manifest")
    faults.check(tab.run(f"document.querySelectorAll('{first} pre .fault').length > 0"), "no fault is marked")


def filters(tab, clusters, faults):
    """Each filter narrows, and clearing brings everything back."""
    check = faults.check
    said = "document.getElementById('count').textContent"
    before = tab.run(said)
    for name in ("verdict", "cause", "severity"):
        for value in tab.run(f"[...document.getElementById('{name}').options].slice(1).map(o => o.value)"):
            tab.run(f"(s => {{ s.value = {json.dumps(value)}; s.dispatchEvent(new Event('input', {{bubbles: true}})); }})"
                    f"(document.getElementById('{name}'))")
            check(tab.wait(f"{said}.includes('match')"), f"{name} {value} does not filter")
            check(not tab.run(said).startswith("0 namespaces, 0 refusals, 0 findings"), f"nothing has {name} {value}")
        tab.click("form button[type=reset]")
        check(tab.wait(f"{said} === {json.dumps(before)}"), f"clearing does not end {name}")
    names = [n for c in clusters for r in c["rows"] for n in r["namespaces"]]
    if names:
        tab.click("#namespace")
        tab.type(names[0])
        check(tab.wait(f"{said}.includes('match')"), "typing a namespace does not filter")
        count = sum(len([n for n in r["namespaces"] if names[0] in n]) for c in clusters for r in c["rows"])
        check(tab.run(said).startswith(f"{count:,} namespace"), f"{count} namespaces wanted, {tab.run(said)}")
        if tab.run("!!document.querySelector('section.cluster tbody button')"):
            tab.click("section.cluster tbody button")
        check(names[0] in tab.run("document.querySelector('section.cluster tbody').innerText"), "the names do not unfold")
        tab.run("document.getElementById('namespace').value = 'no-such-namespace'")
        tab.click("#namespace")
        tab.key("Enter")
        check(tab.wait(f"{said}.startsWith('0 namespaces, 0 refusals')"), "a namespace that is not there is found")
        tab.click("form button[type=reset]")
        tab.wait(f"{said} === {json.dumps(before)}")


def keyboard(tab, faults):
    """Everything is reached by Tab, the focus is seen, and Enter unfolds."""
    tab.run("document.querySelector('.skip').focus()")
    seen, wanted = ["A"], tab.run("[...document.querySelectorAll('a, button, input, select, summary, pre')]"
                              ".filter(e => e.checkVisibility()).length")
    for _ in range(wanted + 40):
        tab.key("Tab")
        here = tab.run("(e => e === document.body ? '' : e.tagName)(document.activeElement)")
        if not here:
            break
        seen.append(here)
        if here == "SUMMARY" and seen.count("SUMMARY") == 1:
            style = tab.run("(s => s.outlineStyle + s.outlineWidth)(getComputedStyle(document.activeElement))")
            faults.check(style == "solid3px", f"the focus is not seen: {style}")
            was = tab.run("document.activeElement.parentElement.open")
            tab.key("Enter")
            faults.check(tab.run("document.activeElement.parentElement.open") != was, "Enter does not unfold")
            tab.key("Enter")
    reached = sum(1 for s in seen if s != "DIV")
    faults.check(reached >= wanted, f"Tab reaches {reached} of {wanted} things")


def hostile(page):
    """A page whose texts try to be more."""
    def change(data):
        for cluster in data["clusters"]:
            cluster["name"] = HOSTILE
            for row in cluster["rows"]:
                row["templates"] = [HOSTILE]
                row["namespaces"] = [HOSTILE]
            for refusal in cluster["refusals"]:
                refusal["message"] = HOSTILE
    return changed(page, change)


def large(page):
    """A page of 10,000 namespaces, half of them in rows of their own."""
    def change(data):
        cluster = data["clusters"][0]
        row = cluster["rows"][0]
        names = [f"team-{n:05}-production" for n in range(10_000)]
        cluster["rows"] = [{**row, "namespaces": names[:5_000]}] + [{**row, "namespaces": [n]} for n in names[5_000:]]
        cluster["namespaces"] = len(names)
    return changed(page, change)


def sizes(tab, url, faults, pictures):
    """Light and dark differ, and nothing is cut off on a narrow screen."""
    papers = []
    for dark in (False, True):
        for width in (1280, 360):
            tab.open(url, width=width, height=900, dark=dark)
            faults.check(tab.run("document.documentElement.scrollWidth") <= width, f"too wide for {width}")
            if width > 1000:
                papers.append(tab.run("getComputedStyle(document.body).backgroundColor"))
            if pictures:
                tab.picture(pathlib.Path(pictures) / f"{'dark' if dark else 'light'}-{width}.png")
            faults.quiet(tab, url)
    faults.check(papers[0] != papers[1], "dark is as light")


def odd(tab, page, faults, folder):
    """Texts that try to be more, and very many namespaces."""
    file = folder / "hostile.html"
    file.write_text(hostile(page))
    tab.open(file.as_uri())
    faults.check(not tab.run("!!document.querySelector('main img')"), "a text became an element")
    faults.check(HOSTILE in tab.run("document.body.innerText"), "a text is not shown as it is")
    faults.quiet(tab, file.as_uri())
    file = folder / "large.html"
    file.write_text(large(page))
    start = time.monotonic()
    tab.open(file.as_uri())
    count = tab.run("document.querySelectorAll('*').length")
    faults.check(count < 5_000, f"{count} elements for 10,000 namespaces")
    tab.click("#namespace")
    tab.type("09999")
    faults.check(tab.wait("document.getElementById('count').textContent.startsWith('1 namespace')"),
                 "one of 10,000 namespaces is not found")
    faults.check("team-09999-production" in tab.run("document.querySelector('section.cluster tbody').innerText"),
                 "the namespace that is found is not shown")
    tab.click("form button[type=reset]")
    names = "document.querySelectorAll('td.names li').length"
    faults.check(tab.wait("!!document.querySelector('section.cluster tbody button')"), "5,000 namespaces do not fold")
    tab.click("section.cluster tbody button")
    faults.check(tab.run(names) == 200, f"{tab.run(names)} names unfold at once")
    tab.click("td.names button")
    faults.check(tab.run(names) == 400, "no more names are shown on request")
    rows = "document.querySelector('section.cluster table').tBodies.length"
    faults.check(tab.run(rows) == 50, f"{tab.run(rows)} rows are drawn at once")
    tab.click("section.cluster > .scroll + button")
    faults.check(tab.run(rows) == 100, "no more rows are shown on request")
    faults.check(tab.run("document.activeElement.tagName") == "TBODY", "the focus does not go to the new rows")
    faults.quiet(tab, file.as_uri())
    return time.monotonic() - start


def main(arguments):
    files = sorted(pathlib.Path(arguments[0]).resolve().glob("*/expected/audit.html"))
    if not files:
        raise SystemExit("no page")
    path = browser.program()
    if not path:
        print("judge page: SKIPPED: there is no Chromium here, so nobody opened the pages; install it with:\n"
              "  apt-get install --yes --no-install-recommends chromium", file=sys.stderr)
        return 75
    tab = browser.Browser(path)
    faults = Faults()
    try:
        with tempfile.TemporaryDirectory() as folder:
            pages = []
            for number, file in enumerate(files):
                page = whole(file.read_text())
                copy = pathlib.Path(folder) / f"{number}.html"
                copy.write_text(page)
                pages.append(copy)
                found = Faults()
                use(tab, copy.as_uri(), report(page), found)
                faults += [f"{file.parent.parent.name}: {f}" for f in found]
            seconds = 0.0
            # A page that shows nothing has nothing to click on.
            if not faults:
                sizes(tab, pages[0].as_uri(), faults, arguments[1] if len(arguments) > 1 else None)
                seconds = odd(tab, pages[0].read_text(), faults, pathlib.Path(folder))
    finally:
        tab.close()
    for fault in faults:
        print(f"page: {fault}")
    print(f"judge page: {len(files)} pages used, one with 10,000 namespaces in {seconds:.1f} s, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
